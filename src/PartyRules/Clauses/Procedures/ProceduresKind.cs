using PartyRules.Clauses.Calendars;
using PartyRules.Clauses.Conditions;
using PartyRules.Clauses.Core;
using PartyRules.Conditions;
using PartyRules.Engine.Fluent;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Procedures;

/// <summary>Steps that follow one another, and how far each subject has come.</summary>
internal sealed class ProceduresKind : ClauseKind
{
    /// <inheritdoc/>
    public override string Key => "procedures";

    /// <inheritdoc/>
    public override Chapter? Chapter => Core.Chapter.Procedures;

    /// <inheritdoc/>
    public override void Read(Resolving at)
    {
        var procedures = at.List<ProcedureDocument>(Key);
        at.CheckUnique("$.procedures", procedures.Select(procedure => procedure.Id));
        foreach (var (i, from) in procedures.Index())
        {
            var path = $"$.procedures[{i}]";
            at.Declare<Procedure>(from.Id, from.Name);
            var procedure = at.Clauses.Add(Procedure(at, from, path));
            at.Clauses.Add(new ProcedureClause(
                procedure,
                from.Early.Finding is { } early ? at.Finding(early, $"{path}.early.finding") : null,
                (from.Missing ?? from.Early).Finding is { } missing
                    ? at.Finding(missing, $"{path}.{(from.Missing is null ? "early" : "missing")}.finding") : null,
                from.Late?.Finding is { } late ? at.Finding(late, $"{path}.late.finding") : null,
                at.Cite(from.Cites, $"{path}.cites")));
        }
    }

    /// <inheritdoc/>
    public override void LookAt(Scheme scheme, LookedAt facts)
    {
        foreach (var clause in scheme.Clauses.Of<ProcedureClause>())
        {
            facts.EntriesOf(clause.Procedure.Codes);
            if (clause.Procedure.Steps.Any(step => step.WithinDays is not null))
                facts.Absence();
            if (clause.Procedure.Steps.Any(step => step.Calendar is not null))
                facts.WorkingDays();
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<(Stage Stage, Rule Rule)> RulesFor(Scheme scheme) =>
        scheme.Clauses.Of<ProcedureClause>().Any(clause => clause is not { Early: null, Missing: null, Late: null })
            ? [(Stage.Points, new StepIsNotTakenInOrder())]
            : [];

    /// <inheritdoc/>
    public override IEnumerable<object> FactsFor(Stage stage, Scheme scheme) =>
        stage == Stage.Points ? scheme.Clauses.Of<ProcedureClause>() : [];

    /// <inheritdoc/>
    public override void Tell(Telling account)
    {
        if (account.Dossier is not { } dossier)
            return;
        foreach (var clause in account.Assessment.Scheme.Clauses.Of<ProcedureClause>())
        {
            foreach (var run in clause.Procedure.RunsOf(dossier))
                account.TellRun(clause, run);
        }
    }

    private static Procedure Procedure(Resolving at, ProcedureDocument from, string path)
    {
        if (from.Steps.Count < 2)
            at.Report("scheme.procedure-steps", $"{path}.steps");
        at.CheckUnique($"{path}.steps", from.Steps.Select(step => step.Record), "record");
        if (from.Steps.Any(step => (step.WithinDays ?? step.WithinWorkingDays) is not null) != from.Late is not null)
            at.Report("scheme.procedure-late", path);
        foreach (var (i, step) in from.Steps.Index())
        {
            if (step.WithinDays < 0 || (i == 0 && step.WithinDays is not null))
                at.Report("scheme.procedure-days", $"{path}.steps[{i}].withinDays", step.WithinDays);
            if (step.WithinWorkingDays < 1 || (i == 0 && step.WithinWorkingDays is not null))
                at.Report("scheme.procedure-working-days", $"{path}.steps[{i}].withinWorkingDays", step.WithinWorkingDays);
            if (step is { WithinDays: not null, WithinWorkingDays: not null })
                at.Report("scheme.procedure-within", $"{path}.steps[{i}]");
        }

        var codes = from.Steps.Select(step => step.Record).ToList();
        if (from.ByReference)
            at.RequireReference(codes);
        var names = at.NamesOf(codes);
        for (var i = 0; i < codes.Count; i++)
            at.Word($"{path}.steps[{i}].record", codes[i], at.DeclaredOf<Entry>());
        return new Procedure
        {
            Id = at.Id($"{path}.id", from.Id),
            Name = from.Name,
            Steps =
            [
                .. from.Steps.Select((step, i) => new Step(
                    step.Record,
                    names[i],
                    step.By,
                    step.Optional,
                    step.WithinWorkingDays ?? step.WithinDays,
                    step.WithinWorkingDays is null ? null : at.Calendar($"{path}.steps[{i}].withinWorkingDays"))),
            ],
            ByReference = from.ByReference,
            LookBackMonths = at.LookBack(from.LookBackMonths, $"{path}.lookBackMonths"),
            EarlyCounts = from.Early.Counts,
            UnpreparedCounts = (from.Missing ?? from.Early).Counts,
            LateCounts = from.Late?.Counts ?? true,
        };
    }
}

/// <summary>A procedure, and what it means that a step is not taken as it should be.</summary>
/// <param name="Procedure">The procedure.</param>
/// <param name="Early">The finding where a step was taken before one that must precede it; null for none.</param>
/// <param name="Missing">The finding where a step was taken without one that must precede it; null for none.</param>
/// <param name="Late">The finding where a step is late; null for none.</param>
/// <param name="Cites">What it rests on.</param>
internal sealed record ProcedureClause(Procedure Procedure, FindingText? Early, FindingText? Missing, FindingText? Late, Citation Cites);
