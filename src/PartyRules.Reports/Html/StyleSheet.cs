using System.Security.Cryptography;
using System.Text;

namespace PartyRules.Reports.Html;

/// <summary>The style sheet of every page, and the only thing that a page's content security policy lets act.</summary>
internal sealed class StyleSheet
{
    /// <summary>The style sheet.</summary>
    public static StyleSheet Own { get; } = new();

    private StyleSheet()
    {
        using var stream = typeof(StyleSheet).Assembly.GetManifestResourceStream("PartyRules.Reports.report.css")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        Text = reader.ReadToEnd().ReplaceLineEndings("\n");
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));
        Policy = $"default-src 'none'; style-src 'sha256-{hash}'; img-src data:; base-uri 'none'; form-action 'none'";
    }

    /// <summary>The rules.</summary>
    public string Text { get; }

    /// <summary>The policy under which no script runs, nothing is loaded, and this style sheet alone applies.</summary>
    public string Policy { get; }
}
