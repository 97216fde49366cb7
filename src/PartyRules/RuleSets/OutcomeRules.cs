using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.RuleSets;

/// <summary>Outcomes: from totals, grades, ranks and marks to what follows, and to the assessment as a whole.</summary>
/// <remarks>Thread-safe: each call makes new rules.</remarks>
public static class OutcomeRules
{
    /// <summary>New instances of the rules.</summary>
    public static IEnumerable<Rule> All =>
    [
        new TotalStands(),
        new StandingEarnsMark(),
        new OutcomeFollows(),
        new SubjectIsAssessed(),
        new SubjectIsExempt(),
        new SubjectIsIncomplete(),
    ];

    /// <summary>New instances of the rules that a scheme's pending subjects need.</summary>
    internal static IEnumerable<Rule> PendingFor(Scheme scheme) => scheme.Exemptions.Any(clause => clause.IsPending) ? [new SubjectIsPending()] : [];
}

/// <summary>Total, grade, place and the pool's shares are brought together.</summary>
[Name("outcomes/total-stands")]
[Description("A total, its grade, its place and the shares of its pools make a standing.")]
public sealed class TotalStands : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Total total = null!;
        Facts<GradeDecision> grades = null!;
        Facts<Placing> placings = null!;
        Facts<PoolShare> shares = null!;
        When()
            .Match(() => total)
            .Query(() => grades, q => q.Match<GradeDecision>(g => g.Dossier == total.Dossier).Collect())
            .Query(() => placings, q => q.Match<Placing>(p => p.Total == total).Collect())
            .Query(() => shares, q => q.Match<PoolShare>(s => s.Period == total.Dossier.Period).Collect());
        Then()
            .Yield(_ => new Standing(total, grades.Count == 0 ? null : grades[0], placings.Count == 0 ? null : placings[0]) { Shares = shares });
    }
}

/// <summary>A standing with its outcomes is an assessment.</summary>
[Name("outcomes/subject-is-assessed")]
[Description("A standing and what follows from it make an assessment.")]
public sealed class SubjectIsAssessed : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Scheme scheme = null!;
        Standing standing = null!;
        Facts<Outcome> outcomes = null!;
        When()
            .Match(() => scheme)
            .Match(() => standing)
            .Query(() => outcomes, q => q.Match<Outcome>(o => o.Period == standing.Dossier.Period).Collect());
        Then()
            .Yield(_ => Assessment.Of(scheme, standing, outcomes));
    }
}

/// <summary>Where a required component is missing, the assessment is incomplete and says what is missing.</summary>
[Name("outcomes/subject-is-incomplete")]
[Description("Where a required component is missing there is no total, and the findings say what is missing.")]
public sealed class SubjectIsIncomplete : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Scheme scheme = null!;
        Dossier dossier = null!;
        Facts<Outcome> outcomes = null!;
        When()
            .Match(() => scheme)
            .Match(() => dossier)
            .Exists<MissingComponent>(m => m.Dossier == dossier)
            .Not<Exemption>(e => e.Dossier == dossier)
            .Query(() => outcomes, q => q.Match<Outcome>(o => o.Period == dossier.Period).Collect());
        Then()
            .Yield(_ => Assessment.OfIncomplete(scheme, dossier, outcomes));
    }
}
