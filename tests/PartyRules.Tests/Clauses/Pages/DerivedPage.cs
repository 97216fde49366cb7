using System.Text.RegularExpressions;

namespace PartyRules.Tests.Clauses.Pages;

/// <summary>A page of documentation: what people wrote, and between marks what is derived from the code.</summary>
internal abstract partial class DerivedPage(string path)
{
    public bool Exists => File.Exists(path);

    public string Text { get; } = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";

    /// <summary>The page with its derived parts as they are now.</summary>
    public string Derived() => Part().Replace(
        Text, match => $"<!-- derived: {match.Groups[1].Value} -->\n{Write(match.Groups[1].Value.Split(' '))}\n<!-- /derived -->");

    /// <summary>Compares the derived parts with what they are now, or writes them where that is approved.</summary>
    public void ShouldBeCurrent()
    {
        if (Repository.Approves)
            File.WriteAllText(path, Derived());
        else
            Text.Should().Be(Derived(), "{0} is derived anew with PARTYRULES_APPROVE=1", Path.GetFileName(path));
    }

    /// <summary>Whether a part is derived under a name.</summary>
    public bool Derives(string name) => Part().Matches(Text).Any(match => match.Groups[1].Value.Split(' ')[0] == name);

    /// <summary>What a person wrote under a heading, without the derived parts; empty where there is nothing.</summary>
    public string Written(string heading)
    {
        var section = Text.Split("\n## ").FirstOrDefault(section => section.StartsWith($"{heading}\n", StringComparison.Ordinal)) ?? "";
        return Part().Replace(section, "")[Math.Min(section.Length, heading.Length)..].Trim();
    }

    /// <summary>What stands between marks that ask for it by a name and further words.</summary>
    protected abstract string Write(string[] asked);

    protected NotSupportedException Unknown(string[] asked) =>
        new($"{path}: there is nothing to derive by the name '{string.Join(' ', asked)}'.");

    [GeneratedRegex("<!-- derived: ([^>]*?) -->\n.*?<!-- /derived -->", RegexOptions.Singleline)]
    private static partial Regex Part();
}
