using PartyRules.Verification.Asking;
using PartyRules.Verification.Findings;

namespace PartyRules.Verification.Kinds;

/// <summary>The names by which people tell things apart, in data, results and reports.</summary>
internal sealed class AliasesPart : Part
{
    private static readonly Question AreApart = new("names.apart", Severity.Warning);

    /// <inheritdoc/>
    public override IReadOnlyList<Question> Questions => [AreApart];

    /// <inheritdoc/>
    public override void Ask(Verifying at)
    {
        var scheme = at.Scheme;
        Ask(at, scheme.Components.Select(each => (each.Id, each.Name, Paths.Of(each))));
        Ask(at, [
            .. scheme.Items.Select(each => (each.Code, each.Name, Paths.Of(scheme, each))),
            .. scheme.Records.Select(each => (each.Code, each.Name, Paths.Of(scheme, each))),
        ]);
        Ask(at, (scheme.Grades?.Bands ?? []).Select(each => (each.Id, each.Name, Paths.Of(scheme.Grades!, each))));
        Ask(at, scheme.Outcomes.Select(each => (each.Code, each.Name, Paths.Of(scheme, each))));
        Ask(at, scheme.Categories.Select(each => (each.Key, each.Value, $"$.subjects.categories.{each.Key}")));
        Ask(at, scheme.Employments.Select(each => (each.Key, each.Value, $"$.subjects.employments.{each.Key}")));
        Ask(at, scheme.Levels.Select(each => (each.Key, each.Value, $"$.levels.{each.Key}")));
        Ask(at, scheme.Evaluators.Select(each => (each.Key, each.Value, $"$.evaluators.{each.Key}")));
    }

    /// <summary>Things of one sort: two of different codes have different names in each language.</summary>
    private static void Ask(Verifying at, IEnumerable<(string Code, LocalText Name, string Path)> things)
    {
        var known = new List<(string Code, LocalText Name, string Path)>();
        foreach (var thing in things)
        {
            var (code, name, path) = thing;
            var alike = known.Find(other => other.Code != code && AreAlike(other.Name, name));
            if (alike.Code is null)
                at.Prove(AreApart, $"{path}.name", name);
            else
                at.Refute(AreApart, $"{path}.name", null, name, alike.Code, alike.Path, code);
            known.Add(thing);
        }
    }

    private static bool AreAlike(LocalText one, LocalText other) => one.Chinese == other.Chinese || one.English == other.English;
}
