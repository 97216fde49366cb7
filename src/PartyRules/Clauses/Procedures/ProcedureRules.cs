using PartyRules.Engine.Fluent;
using PartyRules.Results;

namespace PartyRules.Clauses.Procedures;

[Name("points/step-is-not-taken-in-order")]
[Description("A step of a procedure was taken before one that must precede it, or without it, or after its time, or its time is over.")]
internal sealed class StepIsNotTakenInOrder : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        Dossier dossier = null!;
        ProcedureClause clause = null!;
        FindingText finding = null!;
        When()
            .Match(() => dossier)
            .Match(() => clause, c => c.Procedure.IsBegun(dossier))
            .Query(() => finding, q => q.From(() => clause).SelectMany(c => c.FindingsOf(dossier)));
        Then()
            .Yield(_ => Outcome.Raised(dossier, finding, clause.Cites));
    }
}

/// <summary>What is found in the runs of a procedure.</summary>
internal static class ProcedureFindings
{
    /// <summary>The findings of a subject that has begun the procedure, in a period, each once.</summary>
    public static IEnumerable<FindingText> FindingsOf(this ProcedureClause clause, Dossier dossier)
    {
        var states = clause.Procedure.RunsOf(dossier).SelectMany(run => run.Steps).ToList();
        if (clause.Early is { } early && states.Exists(state => state.IsEarly))
            yield return early;
        if (clause.Missing is { } missing && states.Exists(state => state.IsUnprepared))
            yield return missing;
        if (clause.Late is { } late && states.Exists(state => state.IsLate))
            yield return late;
    }
}
