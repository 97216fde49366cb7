using System.Globalization;
using PartyRules.Clauses.Calendars;
using PartyRules.Clauses.Core;
using PartyRules.Conditions;

namespace PartyRules.Clauses.Procedures;

/// <summary>How procedures are told.</summary>
internal static class ProcedureTelling
{
    /// <summary>Tells how far a run has come, step by step.</summary>
    public static void TellRun(this Telling account, ProcedureClause clause, ProcedureRun run)
    {
        var (procedure, cited) = (clause.Procedure, account.Cited(clause.Cites));
        var name = run.Reference is null ? procedure.Name.In(account.Language)
            : account.Text("procedure.of", procedure.Name, run.Reference);
        if (run.Steps.All(state => state.Entry is null))
        {
            account.Line("procedure.none", name, cited);
            return;
        }

        if (run.Next is { } next)
            account.Line("procedure.at", name, run.Taken, run.Steps.Count, account.NameOf(next), cited);
        else
            account.Line("procedure.done", name, run.Taken, run.Steps.Count, cited);
        foreach (var (i, state) in run.Steps.Index())
        {
            if (state.Entry is { } entry)
                account.Line(
                    "procedure.step", i + 1, account.NameOf(state), Telling.DateOf(entry), entry.Id, account.FaultOf(state));
            else if (state.Due is { } due)
                account.Line(
                    state.IsLate ? "procedure.overdue" : "procedure.due",
                    i + 1,
                    account.NameOf(state),
                    account.TextOf(state, due));
            else
                account.Line(state.Step.IsOptional ? "procedure.optional" : "procedure.open", i + 1, account.NameOf(state));
        }
    }

    private static string NameOf(this Telling account, StepState state) =>
        state.Step.By is { } by ? account.Text("procedure.by", state.Step.Name, by) : state.Step.Name.In(account.Language);

    /// <summary>The last day of a step's time, with how working days were counted.</summary>
    private static string TextOf(this Telling account, StepState state, DateOnly due) =>
        state is { Step: { Calendar: { } calendar, WithinDays: { } days }, Since: { } since }
            ? account.DueText(calendar, since, days, due)
            : due.ToString("O", CultureInfo.InvariantCulture);

    private static string FaultOf(this Telling account, StepState state)
    {
        var fault = state.IsEarly ? account.Text("procedure.early")
            : state.IsUnprepared ? account.Text("procedure.unprepared")
            : state is { Step.Calendar: not null, Due: { } due }
                ? account.Text(state.IsLate ? "procedure.late-after" : "procedure.in-time", account.TextOf(state, due))
            : state.IsLate ? account.Text("procedure.late")
            : "";
        return state.Counts ? fault : fault + account.Text("procedure.without-effect");
    }
}
