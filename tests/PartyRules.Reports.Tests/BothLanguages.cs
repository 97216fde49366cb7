using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;

namespace PartyRules.Reports.Tests;

public sealed partial class BothLanguages
{
    [Fact]
    public void EveryTextExistsInBothLanguages()
    {
        var english = Texts("PartyRules.Reports.Resources.Texts");
        var chinese = Texts("PartyRules.Reports.Resources.Texts.zh-Hans");

        english.Should().NotBeEmpty();
        chinese.Keys.Should().BeEquivalentTo(english.Keys);
        chinese.Where(text => text.Key != "date")
            .Should().AllSatisfy(text => Places(text.Value).Should().BeEquivalentTo(Places(english[text.Key]), text.Key));
        english.Should().AllSatisfy(text => text.Value.Should().NotMatchRegex(@"\p{IsCJKUnifiedIdeographs}", text.Key));
    }

    private static Dictionary<string, string> Texts(string name) =>
        new ResourceManager(name, typeof(Report).Assembly)
            .GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(match => match.Value).Distinct();

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Place();
}
