using PartyRules.Diagnostics;

namespace PartyRules.InCode;

/// <summary>Which member of a builder made which part of the document, so that problems name the member.</summary>
/// <param name="builder">The builder's name.</param>
internal sealed class Members(string builder)
{
    private readonly List<Part> known = [];

    /// <summary>Says that a call made a part of the document.</summary>
    /// <param name="path">The part's JSON path.</param>
    /// <param name="member">The call, such as <c>Band("gold")</c>.</param>
    /// <param name="parameters">
    /// Keys below the path, where the call's parameter is called otherwise than the key; an empty one where the call as a whole said it.
    /// </param>
    public void Add(string path, string member, params ReadOnlySpan<(string Key, string Parameter)> parameters)
    {
        known.Add(new Part(path, member, false));
        foreach (var (key, parameter) in parameters)
            known.Add(new Part($"{path}.{key}", parameter.Length == 0 ? member : $"{member}.{parameter}", true));
    }

    /// <summary>The member at which a problem is to be looked for.</summary>
    /// <param name="path">Where it is in the document.</param>
    public SourceLocation Of(string path)
    {
        var nearest = known.Where(part => IsWithin(path, part.Path)).MaxBy(part => part.Path.Length);
        return new SourceLocation(path: nearest is null
            ? builder + Rest(path, "$")
            : $"{builder}.{nearest.Member}{(nearest.IsWhole ? "" : Rest(path, nearest.Path))}");
    }

    private static string Rest(string path, string known) => path.Length > known.Length ? path[known.Length..] : "";

    private static bool IsWithin(string path, string part) =>
        path.StartsWith(part, StringComparison.Ordinal) && (path.Length == part.Length || path[part.Length] is '.' or '[');

    /// <summary>A part of the document.</summary>
    /// <param name="Path">Its JSON path.</param>
    /// <param name="Member">The member that made it.</param>
    /// <param name="IsWhole">Whether what is below it is said by the member as well.</param>
    private sealed record Part(string Path, string Member, bool IsWhole);
}
