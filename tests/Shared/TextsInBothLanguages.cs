using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;

namespace PartyRules.Tests.Shared;

/// <summary>The texts of an assembly, in both languages, and whether they say the same; every test project has this file.</summary>
internal static partial class TextsInBothLanguages
{
    /// <summary>The resources of an assembly, without their languages.</summary>
    public static TheoryData<string> Of(Assembly assembly) =>
    [
        .. assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".resources", StringComparison.Ordinal))
            .Where(name => !name.EndsWith(".zh-Hans.resources", StringComparison.Ordinal))
            .Select(name => name[..^".resources".Length]),
    ];

    /// <summary>Every text of a resource is there in both languages, with the same places in it.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="name">The resource.</param>
    /// <param name="except">The key of a text whose places differ by intention; none by default.</param>
    public static void ShouldBeTheSame(Assembly assembly, string name, string except = "")
    {
        var english = Texts(assembly, name);
        var chinese = Texts(assembly, $"{name}.zh-Hans");

        english.Should().NotBeEmpty();
        chinese.Keys.Should().BeEquivalentTo(english.Keys);
        chinese.Where(text => text.Key != except)
            .Should().AllSatisfy(text => Places(text.Value).Should().BeEquivalentTo(Places(english[text.Key]), text.Key));
    }

    /// <summary>The texts of a resource.</summary>
    public static Dictionary<string, string> Texts(Assembly assembly, string name) =>
        new ResourceManager(name, assembly)
            .GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(match => match.Value).Distinct();

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Place();
}
