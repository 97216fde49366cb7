using Microsoft.Extensions.Options;
using PartyRules.Reading;
using PartyRules.Scoring;

namespace PartyRules.Hosting;

/// <summary>Refuses settings with mistakes, all at once and in words.</summary>
internal sealed class SettingsValidation : IValidateOptions<PartyRulesSettings>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, PartyRulesSettings options) => options.Problems.Count == 0
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail(options.Problems.Select(problem => problem.ToText(Language.English)));
}

/// <summary>What settings mean.</summary>
internal static class SettingsApplied
{
    /// <summary>Adds what settings say to the options of the library.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="options">The options.</param>
    /// <param name="root">The folder from which relative paths are looked for.</param>
    public static void ApplyTo(this PartyRulesSettings settings, PartyRulesOptions options, string root)
    {
        options.Derivations = settings.Derivations ?? options.Derivations;
        options.AsOf = settings.AsOf ?? options.AsOf;
        foreach (var path in settings.Schemes.Select(scheme => Path.Combine(root, scheme)).Distinct(StringComparer.Ordinal))
        {
            var isFolder = Directory.Exists(path) || Path.EndsInDirectorySeparator(path);
            options.AddSchemes(isFolder ? SchemeSource.Folder(path) : SchemeSource.File(path));
        }

        foreach (var id in settings.Offers)
            options.Offer(id);
    }
}
