using PartyRules.Clauses.Conditions;
using PartyRules.Clauses.Core;
using PartyRules.Conditions;
using PartyRules.Engine.Fluent;
using PartyRules.Results;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Exemptions;

/// <summary>Who is left out of scoring, or waits for a decision.</summary>
internal sealed class ExemptionsKind : ClauseKind
{
    /// <inheritdoc/>
    public override string Key => "exemptions";

    /// <inheritdoc/>
    public override Chapter? Chapter => Core.Chapter.Exemptions;

    /// <inheritdoc/>
    public override void Read(Resolving at)
    {
        var exemptions = at.List<ExemptionDocument>(Key);
        at.CheckUnique("$.exemptions", exemptions.Select(exemption => exemption.Id));
        at.Clauses.AddRange(Resolving.Each("$.exemptions", exemptions, (from, path) => new ExemptionClause(
            at.Id($"{path}.id", from.Id),
            from.Name,
            at.Word<ExemptionEffect>($"{path}.as", from.As) == ExemptionEffect.Pending,
            When(at, from, $"{path}.when"),
            at.Cite(from.Cites, $"{path}.cites"))));
    }

    /// <summary>Whoever is exempt is in no pool, so that nothing that compares can exempt.</summary>
    private static Condition When(Resolving at, ExemptionDocument from, string path)
    {
        var when = at.Condition(from.When, path, Needs.None);
        if (LookedAt.Compares(when))
            at.Report("scheme.exempt-by-pool", path);
        return when;
    }

    /// <inheritdoc/>
    public override void LookAt(Scheme scheme, LookedAt facts)
    {
        foreach (var clause in scheme.Exemptions)
            clause.When.LookAt(facts.By(clause.Cites));
    }

    /// <inheritdoc/>
    public override IEnumerable<(Stage Stage, Rule Rule)> RulesFor(Scheme scheme)
    {
        yield return (Stage.Points, new ExemptionLeavesOut());
        yield return (Stage.Standing, new SubjectIsExempt());
        if (scheme.Exemptions.Any(clause => clause.IsPending))
        {
            yield return (Stage.Points, new PendingRaisesFinding());
            yield return (Stage.Standing, new SubjectIsPending());
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<object> FactsFor(Stage stage, Scheme scheme) => stage == Stage.Points ? scheme.Exemptions : [];

    /// <inheritdoc/>
    public override void Tell(Telling account)
    {
        foreach (var exemption in account.Facts.Of<Exemption>())
        {
            var when = account.Conditions.Of(exemption.Clause.When);
            account.Line("exemption", exemption.Clause.Name, when, account.Cited(exemption.Clause.Cites));
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Demand> DemandsOf(Telling account)
    {
        if (account.IsYearOfRounds)
            return [];
        var applied = account.Facts.Of<Exemption>().Select(exemption => exemption.Clause).ToHashSet();
        return account.Assessment.Scheme.Exemptions
            .Select(clause => new Demand(clause.Name, clause.When, clause.Cites, applied.Contains(clause)));
    }
}
