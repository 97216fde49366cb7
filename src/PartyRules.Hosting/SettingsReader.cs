using System.Globalization;
using Microsoft.Extensions.Configuration;
using PartyRules.Diagnostics;
using PartyRules.Hosting.Resources;

namespace PartyRules.Hosting;

/// <summary>Reads a section of configuration as strictly as a scheme is read: what is not understood is told, all at once.</summary>
internal static class SettingsReader
{
    private const string Rules = "Rules";

    private static readonly Dictionary<string, Action<IConfigurationSection, PartyRulesSettings>> Keys =
        new(StringComparer.OrdinalIgnoreCase)
        {
            [nameof(PartyRulesSettings.Schemes)] = (at, settings) => ReadList(at, settings.Schemes, settings),
            [nameof(PartyRulesSettings.Offers)] = (at, settings) => ReadList(at, settings.Offers, settings),
            [nameof(PartyRulesSettings.Derivations)] = (at, settings) =>
            {
                if (bool.TryParse(at.Value, out var derivations))
                    settings.Derivations = derivations;
                else
                    settings.Problems.Add(At(at, "settings.boolean", at.Value ?? ""));
            },
            [nameof(PartyRulesSettings.AsOf)] = (at, settings) =>
            {
                if (DateOnly.TryParseExact(at.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                    settings.AsOf = day;
                else
                    settings.Problems.Add(At(at, "settings.date", at.Value ?? ""));
            },
        };

    /// <summary>Adds what a section says to settings.</summary>
    /// <param name="section">The section.</param>
    /// <param name="settings">The settings, which take what is wrong too.</param>
    public static void Read(IConfigurationSection section, PartyRulesSettings settings)
    {
        if (!section.Exists())
            settings.Problems.Add(At(section, "settings.no-section", section.Path));
        foreach (var child in section.GetChildren())
        {
            if (Keys.TryGetValue(child.Key, out var read))
                read(child, settings);
            else if (string.Equals(child.Key, Rules, StringComparison.OrdinalIgnoreCase))
                settings.Problems.Add(At(child, "settings.rules"));
            else
                settings.Problems.Add(At(child, "settings.unknown-key", child.Key, Texts.Catalog.Hint(child.Key, Keys.Keys)));
        }
    }

    /// <summary>A list, or the one member of it.</summary>
    private static void ReadList(IConfigurationSection at, IList<string> list, PartyRulesSettings settings)
    {
        var members = at.GetChildren().ToList();
        foreach (var member in members.Count == 0 ? [at] : members)
        {
            if (string.IsNullOrWhiteSpace(member.Value))
                settings.Problems.Add(At(member, "settings.text"));
            else
                list.Add(member.Value);
        }
    }

    private static Problem At(IConfigurationSection at, string code, params object[] arguments) =>
        Texts.Catalog.Problem(code, new SourceLocation(path: at.Path), arguments);
}
