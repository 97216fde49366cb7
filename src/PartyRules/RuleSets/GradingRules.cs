using PartyRules.Clauses;
using PartyRules.Clauses.Grades;
using PartyRules.Engine;
using PartyRules.Engine.Fluent;
using PartyRules.Schemes;

namespace PartyRules.RuleSets;

/// <summary>Member grading: from a total, and the place where the scheme looks at it, to the grade.</summary>
/// <remarks>Thread-safe.</remarks>
public static class GradingRules
{
    /// <summary>The compiled rules that give grades by a scheme, with its scale as the reference fact.</summary>
    /// <remarks>
    /// Evaluate them on a <c>Total</c>, and its <c>Placing</c> where grades are forced or moved by the place. They yield the
    /// <c>GradeDecision</c>, and an <c>Outcome</c> for each finding. A total on a row that the scheme does not grade has no grade.
    /// </remarks>
    /// <param name="scheme">The scheme.</param>
    /// <returns>The rules; immutable and thread-safe.</returns>
    /// <exception cref="ArgumentException">
    /// The scheme gives no grades; or amounts of it hold for a time, so that no one set of rules does: give one of
    /// <see cref="Scheme.Parts"/>.
    /// </exception>
    public static RuleSet For(Scheme scheme)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        if (scheme.Parts.Count > 0)
            throw new ArgumentException($"Amounts of the scheme '{scheme.Id}' hold for a time: give one of its parts.", nameof(scheme));
        if (scheme.Grades is not { } grades)
            throw new ArgumentException($"The scheme '{scheme.Id}' gives no grades.", nameof(scheme));
        var rules = ClauseKinds.All.OfType<GradesKind>().SelectMany(kind => kind.RulesFor(scheme));
        return RuleSet.Compile("grading", rules.Select(rule => rule.Rule)).With([grades]);
    }
}
