using PartyRules.Schemes.Conditions;

namespace PartyRules.Schemes;

/// <summary>When a subject is left out of scoring.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="Name">The name shown to people.</param>
/// <param name="When">The condition, on the subject and the entries.</param>
/// <param name="Cites">What it rests on.</param>
public sealed record ExemptionClause(string Id, LocalText Name, Condition When, Citation Cites)
{
    /// <summary>Whether the subject is pending, so that its row is incomplete, rather than exempt.</summary>
    internal bool IsPending { get; init; }
}

/// <summary>A named state of a subject in a round that is counted over the year.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="Name">The name shown to people.</param>
/// <param name="When">The condition on the round.</param>
/// <param name="Cites">What it rests on.</param>
public sealed record MarkClause(string Id, LocalText Name, Condition When, Citation Cites);

/// <summary>What an outcome is.</summary>
public enum OutcomeKind
{
    /// <summary>A proposed award.</summary>
    Award,

    /// <summary>A proposed measure.</summary>
    Measure,

    /// <summary>A proposed recommendation.</summary>
    Recommendation,

    /// <summary>Something a person should look at.</summary>
    Finding,
}

/// <summary>What follows from a result.</summary>
/// <param name="Code">The code in results.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The name shown to people.</param>
/// <param name="OnYear">Whether it stands on the year's row rather than a round's, where they differ.</param>
/// <param name="When">The condition.</param>
/// <param name="Cites">What it rests on.</param>
public sealed record OutcomeClause(string Code, OutcomeKind Kind, LocalText Name, bool OnYear, Condition When, Citation Cites);

/// <summary>A quantity that must be reached in every window of a round.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="Records">The records whose values are added up.</param>
/// <param name="Per">The window.</param>
/// <param name="AtLeast">The least that must be reached, included.</param>
/// <param name="UnrecordedIsZero">Whether a window without any such entry counts as zero; otherwise it is ignored.</param>
/// <param name="Finding">The finding raised where it is not reached.</param>
/// <param name="Cites">What it rests on.</param>
public sealed record RequirementClause(
    string Id, IReadOnlyList<RecordItem> Records, PeriodKind Per, Points AtLeast, bool UnrecordedIsZero, FindingText Finding, Citation Cites)
{
    /// <summary>The windows within a period.</summary>
    /// <param name="period">The period; not shorter than a window.</param>
    public IEnumerable<Period> WindowsIn(Period period) =>
        Period.AllIn(period.Year, Per).Where(window => period.Contains(window.Start));

    /// <summary>Whether an entry adds to the quantity.</summary>
    /// <param name="entry">The entry.</param>
    public bool Counts(Entry entry) => Records.Any(record => record.Code == entry.Item);

    /// <summary>Whether entries are counted; otherwise their values are added up.</summary>
    internal bool CountsEntries { get; init; }

    /// <summary>Whether a window with so many entries of such a sum misses the requirement.</summary>
    /// <param name="count">How many entries the window has.</param>
    /// <param name="sum">What their values add up to.</param>
    public bool IsMissedBy(int count, Points sum) => (count > 0 || UnrecordedIsZero) && (CountsEntries ? count : sum) < AtLeast;
}

/// <summary>A promise in one round that must be answered, under the same reference, in the next.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="Promise">The record that promises.</param>
/// <param name="Answer">The record that answers.</param>
/// <param name="Finding">The finding raised on the next round where no answer is recorded in it.</param>
/// <param name="Cites">What it rests on.</param>
public sealed record FollowUpClause(string Id, RecordItem Promise, RecordItem Answer, FindingText Finding, Citation Cites)
{
    /// <summary>The days from the promise to the answer; null for any day of the next round.</summary>
    internal NumberRange? Days { get; init; }

    /// <summary>Whether an entry answers a promise in time, where days are stated.</summary>
    internal bool IsAnswered(Entry promise, Entry answer) =>
        Days is { } days && answer.Item == Answer.Code && answer.Reference == promise.Reference && days.Contains(answer.Date.DayNumber - promise.Date.DayNumber);
}
