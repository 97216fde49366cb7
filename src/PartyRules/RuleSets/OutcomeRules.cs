using PartyRules.Engine.Execution;
using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;
using PartyRules.Schemes.Conditions;

namespace PartyRules.RuleSets;

/// <summary>Outcomes: from totals, grades, ranks and marks to what follows, and to the assessment as a whole.</summary>
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

/// <summary>A standing has the marks whose conditions hold.</summary>
[Name("outcomes/standing-earns-mark")]
[Description("A round has every mark whose condition holds.")]
public sealed class StandingEarnsMark : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Standing standing = null!;
        MarkClause clause = null!;
        When()
            .Match(() => standing, s => s.Total.IsOfRound)
            .Match(() => clause, c => c.When.HoldsFor(standing));
        Then()
            .Yield(_ => new Mark(standing.Dossier.Subject, standing.Dossier.Period, clause));
    }
}

/// <summary>What follows from a standing and the marks so far.</summary>
[Name("outcomes/outcome-follows")]
[Description("An award, measure, recommendation or finding follows where its condition holds.")]
public sealed class OutcomeFollows : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Standing standing = null!;
        Facts<Mark> marks = null!;
        OutcomeClause clause = null!;
        When()
            .Match(() => standing)
            .Query(() => marks, q => q.Match<Mark>().Collect())
            .Match(() => clause, c => c.OnYear != standing.Total.IsOfRound && c.When.HoldsFor(standing, marks));
        Then()
            .Yield(_ => new Outcome(standing.Dossier.Subject, standing.Dossier.Period, clause.Kind, clause.Code, clause.Name, clause.Cites, clause));
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

/// <summary>An exempt subject's assessment says so and nothing else.</summary>
[Name("outcomes/subject-is-exempt")]
[Description("An exempt subject's assessment carries its status alone.")]
public sealed class SubjectIsExempt : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Scheme scheme = null!;
        Dossier dossier = null!;
        When()
            .Match(() => scheme)
            .Match(() => dossier)
            .Exists<Exemption>(e => e.Dossier == dossier, e => !e.Clause.IsPending);
        Then()
            .Yield(_ => Assessment.OfExempt(scheme, dossier));
    }
}

/// <summary>A pending subject's assessment is incomplete and says why.</summary>
[Name("outcomes/subject-is-pending")]
[Description("A subject whose case is pending has no total yet, and the findings say why.")]
internal sealed class SubjectIsPending : Rule
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
            .Exists<Exemption>(e => e.Dossier == dossier)
            .Not<Exemption>(e => e.Dossier == dossier, e => !e.Clause.IsPending)
            .Query(() => outcomes, q => q.Match<Outcome>(o => o.Period == dossier.Period).Collect());
        Then()
            .Yield(_ => Assessment.OfIncomplete(scheme, dossier, outcomes));
    }
}

/// <summary>What makes a subject pending is found.</summary>
[Name("points/pending-is-found")]
[Description("A clause that leaves a subject pending is a finding.")]
internal sealed class PendingIsFound : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Exemption exemption = null!;
        When()
            .Match(() => exemption, e => e.Clause.IsPending);
        Then()
            .Yield(_ => Outcome.Found(exemption.Dossier, new FindingText(exemption.Clause.Id, exemption.Clause.Name), exemption.Clause.Cites));
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
