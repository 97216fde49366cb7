using PartyRules.Arithmetic;

namespace PartyRules.Conditions;

/// <summary>Steps that follow one another.</summary>
/// <remarks>Two procedures are the same only if they are the same object. Immutable and thread-safe.</remarks>
/// <seealso href="docs/schemes/clauses/procedures.md">The kind of clause, its keys and how it is evaluated</seealso>
internal sealed class Procedure
{
    public required string Id { get; init; }

    public required LocalText Name { get; init; }

    /// <summary>The steps, in order.</summary>
    public required IReadOnlyList<Step> Steps { get; init; }

    /// <summary>Whether each reference is gone through by itself.</summary>
    public required bool ByReference { get; init; }

    /// <summary>How many months before the period are looked at too.</summary>
    public required int LookBackMonths { get; init; }

    /// <summary>Whether a step counts that was taken before one that must precede it.</summary>
    public required bool EarlyCounts { get; init; }

    /// <summary>Whether a step counts that was taken without one that must precede it.</summary>
    public required bool UnpreparedCounts { get; init; }

    /// <summary>Whether a step counts that was taken after its time.</summary>
    public required bool LateCounts { get; init; }

    /// <summary>The codes of the steps.</summary>
    public IReadOnlyList<string> Codes => [.. Steps.Select(step => step.Code)];

    /// <summary>
    /// Whether an entry records a step. Where none does, no step is early, without another, or late, as the first has no time.
    /// </summary>
    public bool IsBegun(Dossier dossier)
    {
        for (var i = 0; i < Steps.Count; i++)
        {
            if (dossier.CountOf(Steps[i].Code) > 0)
                return true;
        }

        return LookBackMonths > 0 && dossier.Before.Any(IsStep);
    }

    /// <summary>How far each run has come: one, or one for each reference, in the order of references.</summary>
    public IReadOnlyList<ProcedureRun> RunsOf(Dossier dossier)
    {
        var from = LookBack.Start(dossier, LookBackMonths);
        var meant = dossier.Before.Where(entry => LookBackMonths > 0 && entry.Date >= from).Concat(dossier.Entries)
            .Where(IsStep).Order(Entry.Chronological).ToList();
        return ByReference
            ? [.. meant.GroupBy(entry => entry.Reference, StringComparer.Ordinal).OrderBy(same => same.Key, StringComparer.Ordinal)
                .Select(same => Run(same.Key, [.. same], dossier.LastDay))]
            : [Run(null, meant, dossier.LastDay)];
    }

    private bool IsStep(Entry entry) => Steps.Any(step => step.Code == entry.Item);

    private ProcedureRun Run(string? reference, List<Entry> entries, DateOnly lastDay)
    {
        var states = new List<StepState>();
        var (isBroken, before) = (false, (DateOnly?)null);
        foreach (var step in Steps)
        {
            var due = !isBroken && before is { } since ? step.DueAfter(since) : null;
            var taken = entries.FindAll(entry => entry.Item == step.Code);
            var inOrder = taken.Find(entry => before is null || entry.Date >= before);
            var (isEarly, entry) = (inOrder is null && taken.Count > 0, inOrder ?? taken.FirstOrDefault());
            var isUnprepared = isBroken && entry is not null;
            var isLate = entry is null ? due < lastDay && !step.IsOptional : due < entry.Date;
            var counts = entry is not null && (!isEarly || EarlyCounts) && (!isUnprepared || UnpreparedCounts) && (!isLate || LateCounts);
            states.Add(new StepState(step, entry, counts, isEarly, isUnprepared, isLate, due, before));
            isBroken |= !counts && !step.IsOptional;
            if (counts && (before is null || entry!.Date > before))
                before = entry!.Date;
        }

        return new ProcedureRun(reference, states);
    }
}

/// <summary>One step of a procedure.</summary>
/// <param name="Code">The code of the entries that record it.</param>
/// <param name="Name">What people call it.</param>
/// <param name="By">Who takes it; null where that is not stated.</param>
/// <param name="IsOptional">Whether later steps may be taken without it.</param>
/// <param name="WithinDays">Within how many days after the step before it is taken, that many included; null for no bound.</param>
/// <param name="Calendar">The calendar whose working days are counted; null for all days.</param>
internal sealed record Step(
    string Code, LocalText Name, LocalText? By, bool IsOptional, int? WithinDays, WorkingCalendar? Calendar = null)
{
    /// <summary>The last day of its time; null for none, or where the calendar ends before it.</summary>
    /// <param name="before">The day of the step before it.</param>
    public DateOnly? DueAfter(DateOnly before) => WithinDays is not { } days ? null
        : Calendar is null ? before.AfterDays(days)
        : Calendar.After(before, days);
}

/// <summary>How a step stands.</summary>
/// <param name="Step">The step.</param>
/// <param name="Entry">The entry that records it; null where there is none.</param>
/// <param name="Counts">Whether it counts as taken.</param>
/// <param name="IsEarly">Whether it was taken before a step that must precede it.</param>
/// <param name="IsUnprepared">Whether it was taken without a step that must precede it.</param>
/// <param name="IsLate">Whether it was taken, or is still to be taken, after its time.</param>
/// <param name="Due">The last day of its time; null for none, or where the step before it is not taken.</param>
/// <param name="Since">The day of the step before it, from which its time is counted; null where that is not taken.</param>
internal sealed record StepState(
    Step Step, Entry? Entry, bool Counts, bool IsEarly, bool IsUnprepared, bool IsLate, DateOnly? Due, DateOnly? Since);

/// <summary>How far a procedure has come.</summary>
/// <param name="Reference">The reference; null where it is gone through once.</param>
/// <param name="Steps">How each step stands, in order.</param>
internal sealed record ProcedureRun(string? Reference, IReadOnlyList<StepState> Steps)
{
    /// <summary>How many steps count as taken.</summary>
    public int Taken => Steps.Count(state => state.Counts);

    /// <summary>The first step that is needed and not taken; null where all are.</summary>
    public StepState? Next => Steps.FirstOrDefault(state => !state.Counts && !state.Step.IsOptional);
}

/// <summary>How many steps of a procedure are taken; of several runs those of the one that has come furthest.</summary>
internal sealed record StepsQuantity(Procedure Procedure) : Quantity
{
    /// <inheritdoc/>
    internal override Trend Trend => Trend.Grows;

    /// <inheritdoc/>
    internal override bool IsAlwaysKnown => true;

    /// <inheritdoc/>
    internal override IReadOnlyList<string> Codes => Procedure.Codes;

    /// <inheritdoc/>
    internal override void LookAt(LookedAt facts)
    {
        facts.EntriesOf(Codes);
        if (Procedure.Steps.Any(step => step.Calendar is not null))
            facts.WorkingDays();
    }

    /// <inheritdoc/>
    internal override Exact? Of(in Known known) =>
        new Exact(Procedure.RunsOf(known.Dossier).Select(run => run.Taken).DefaultIfEmpty(0).Max(), 1);
}
