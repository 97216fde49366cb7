using PartyRules.Diagnostics;
using PartyRules.Engine.Fluent;
using PartyRules.Schemes;

namespace PartyRules.RuleSets;

/// <summary>Finds the rules in code for which the components of a scheme ask.</summary>
internal static class RegisteredRules
{
    /// <summary>The rules for a scheme, each once, in the order of its components.</summary>
    /// <exception cref="ProblemException">Some are not registered.</exception>
    public static List<ComponentRules> For(Scheme scheme, IReadOnlyList<ComponentRules> registered)
    {
        var found = new List<ComponentRules>();
        var problems = new List<Problem>();
        foreach (var component in scheme.Components.Where(component => component.Rules is not null))
        {
            if (registered.LastOrDefault(rules => rules.Name == component.Rules) is { } rules)
                found.Add(rules);
            else
                problems.Add(Absent(component, [.. registered.Select(rules => rules.Name)]));
        }

        return problems.Count == 0 ? [.. found.Distinct()] : throw new ProblemException(problems);
    }

    private static Problem Absent(Component component, string[] names)
    {
        var hint = names.Length == 0
            ? SchemeMessages.Catalog.Format("hint.no-rules")
            : SchemeMessages.Catalog.Hint(component.Rules!, names);
        var place = new SourceLocation(path: FormattableString.Invariant($"$.components[{component.Index}].rules"));
        return SchemeMessages.Catalog.Problem("scheme.rules-absent", place, component.Id, component.Rules, hint);
    }
}
