using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using PartyRules.AspNetCore.Resources;
using PartyRules.Diagnostics;

namespace PartyRules.AspNetCore.Requests;

/// <summary>Reads bodies, and no more of them than is allowed.</summary>
internal static class Bodies
{
    /// <summary>The bytes of a body.</summary>
    /// <param name="request">The request.</param>
    /// <param name="most">How many bytes it may have.</param>
    /// <exception cref="RequestException">It does not call itself JSON, or is larger.</exception>
    /// <exception cref="OperationCanceledException">Whoever asked has gone.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, int most)
    {
        if (!request.HasJsonContentType() || !IsUtf8(request.ContentType))
            throw Refuse(RequestFault.UnsupportedType, "request.content-type");
        if (request.ContentLength > most)
            throw Refuse(RequestFault.TooLarge, "request.bytes", most);
        using var read = new MemoryStream((int)(request.ContentLength ?? 0));
        var part = new byte[16 * 1024];
        int count;
        while ((count = await request.Body.ReadAsync(part, request.HttpContext.RequestAborted).ConfigureAwait(false)) > 0)
        {
            if (read.Length + count > most)
                throw Refuse(RequestFault.TooLarge, "request.bytes", most);
            await read.WriteAsync(part.AsMemory(0, count)).ConfigureAwait(false);
        }

        return read.GetBuffer().AsMemory(0, (int)read.Length);
    }

    private static bool IsUtf8(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && (!type.Charset.HasValue || type.Charset.Value!.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    private static RequestException Refuse(RequestFault fault, string code, params object[] arguments) =>
        new(fault, [Texts.Catalog.Problem(code, new SourceLocation(), arguments)]);
}
