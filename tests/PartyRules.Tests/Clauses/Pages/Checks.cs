using System.Text.RegularExpressions;
using PartyRules.Clauses.Selections;

namespace PartyRules.Tests.Clauses.Pages;

/// <summary>What all kinds of clause check alike: words, identifiers, windows, findings and citations; and the problems that each check reports.</summary>
internal static partial class Checks
{
    private static readonly Dictionary<string, string> Bodies = Read();

    /// <summary>The codes of the problems that the checks report for which a source text asks, directly or through another check.</summary>
    public static IEnumerable<string> CodesAskedBy(string source)
    {
        var asked = new HashSet<string>(StringComparer.Ordinal);
        Follow(source);
        return asked.SelectMany(name => ClauseKind.CodesIn(Bodies[name]));

        void Follow(string text)
        {
            foreach (var name in Call().Matches(text).Select(call => call.Groups[1].Value).Where(name => Bodies.ContainsKey(name) && asked.Add(name)).ToList())
                Follow(Bodies[name]);
        }
    }

    private static Dictionary<string, string> Read()
    {
        var source = File.ReadAllText(Repository.PathOf("src", "PartyRules", "Schemes", "Reading", "SchemeResolver.Words.cs")).ReplaceLineEndings("\n");
        return source.Split("\n    private ")[1..].ToDictionary(method => Call().Match(method).Groups[1].Value, method => method[method.IndexOf('(', StringComparison.Ordinal)..], StringComparer.Ordinal);
    }

    /// <summary>A call; an attribute is none.</summary>
    [GeneratedRegex(@"(?<!\[)\b(\w+)(?:<[\w, ]+>)?\(")]
    private static partial Regex Call();
}
