using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;

namespace PartyRules.Verification.Tests;

public sealed partial class BothLanguages
{
    public static TheoryData<string> Names =>
    [
        .. typeof(SchemeVerifier).Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".resources", StringComparison.Ordinal))
            .Where(name => !name.EndsWith(".zh-Hans.resources", StringComparison.Ordinal))
            .Select(name => name[..^".resources".Length]),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryTextExistsInBothLanguagesWithTheSamePlaces(string name)
    {
        var english = Texts(name);
        var chinese = Texts($"{name}.zh-Hans");

        english.Should().NotBeEmpty();
        chinese.Keys.Should().BeEquivalentTo(english.Keys);
        chinese.Should().AllSatisfy(text => Places(text.Value).Should().BeEquivalentTo(Places(english[text.Key]), text.Key));
    }

    private static Dictionary<string, string> Texts(string name) =>
        new ResourceManager(name, typeof(SchemeVerifier).Assembly)
            .GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(match => match.Value).Distinct();

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Place();
}
