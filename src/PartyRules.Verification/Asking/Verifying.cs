using PartyRules.Conditions;
using PartyRules.Diagnostics;
using PartyRules.Results;
using PartyRules.Schemes;
using PartyRules.Validation;
using PartyRules.Verification.Bounds;
using PartyRules.Verification.Findings;
using PartyRules.Verification.Proofs;
using PartyRules.Verification.Resources;
using PartyRules.Verification.Search;

namespace PartyRules.Verification.Asking;

/// <summary>A scheme while it is verified for one year: what is known of it, and what was found.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class Verifying
{
    private const int MostDrafts = 48;
    private readonly Func<string, SourceLocation> places;
    private readonly List<Finding> findings = [];
    private readonly bool isScored;

    /// <summary>Verifies a scheme.</summary>
    /// <param name="versions">The scheme.</param>
    /// <param name="year">The year for which it is scored.</param>
    /// <param name="places">The place of a path.</param>
    public Verifying(SchemeVersions versions, int year, Func<string, SourceLocation> places)
    {
        this.places = places;
        Versions = versions;
        isScored = versions.FirstGap(year) is null;
        Trials = new Trials(isScored ? versions : InWhole(versions, year), year);
        Prover = new Prover(Scheme, year);
        Used = SchemeUses.Of(Scheme).Facts;
        Starts = new Starts(Trials, Prover.Profiles, Used);
        Ways = new Ways(Trials, Starts);
        Climbing = new Climbing(Trials);
        YearRow = Scheme.WholeOf(year);
        RoundRow = Scheme.RoundsOf(year).Last();
    }

    /// <summary>The scheme with all its times.</summary>
    public SchemeVersions Versions { get; }

    /// <summary>The scheme as it is in the year.</summary>
    public Scheme Scheme => Trials.Scheme;

    /// <summary>The row of a round: that of the year's last; of the year where it has no rounds.</summary>
    public Period RoundRow { get; }

    /// <summary>The row of the year.</summary>
    public Period YearRow { get; }

    /// <summary>What bounds prove.</summary>
    public Prover Prover { get; }

    /// <summary>Scores drafts.</summary>
    public Trials Trials { get; }

    /// <summary>Subjects of whom nothing particular is recorded.</summary>
    public Starts Starts { get; }

    /// <summary>Finds drafts in which conditions hold.</summary>
    public Ways Ways { get; }

    /// <summary>Finds drafts with higher or lower points.</summary>
    public Climbing Climbing { get; }

    /// <summary>What clauses look at.</summary>
    public LookedAt Used { get; }

    /// <summary>What was found so far.</summary>
    public IReadOnlyList<Finding> Findings => findings;

    /// <summary>The row on which a clause stands.</summary>
    public Period RowOf(bool ofYear) => ofYear ? YearRow : RoundRow;

    /// <summary>Says that a claim holds.</summary>
    public void Prove(Question question, string path, params object?[] arguments) =>
        Add(question, Verdict.Proved, path, Texts.Catalog.Quote(question.Code, arguments), null);

    /// <summary>Says that a claim holds, with a data set that is worth looking at.</summary>
    public void Show(Question question, string path, Example? example, params object?[] arguments) =>
        Add(question, Verdict.Proved, path, Texts.Catalog.Quote(question.Code, arguments), example);

    /// <summary>Says that a claim does not hold.</summary>
    public void Refute(Question question, string path, Example? example, params object?[] arguments) =>
        Add(question, Verdict.Refuted, path, Texts.Catalog.Quote($"{question.Code}.refuted", arguments), example);

    /// <summary>Says that it is not known whether a claim holds.</summary>
    /// <param name="question">The question.</param>
    /// <param name="path">The clause.</param>
    /// <param name="searched">How many data sets were tried.</param>
    /// <param name="arguments">What the claim names.</param>
    public void LeaveOpen(Question question, string path, int searched, params object?[] arguments)
    {
        var claim = Texts.Catalog.Quote(question.Code, arguments);
        var why = Trials.IsImpossible ? "undecided.rules" : "undecided";
        Add(question, Verdict.Undecided, path, Texts.Catalog.Format(why, claim, searched), null);
    }

    /// <summary>A claim that something is possible: refuted by bounds, or proved by a data set.</summary>
    /// <param name="question">The question.</param>
    /// <param name="path">The clause.</param>
    /// <param name="arguments">What the claim names.</param>
    /// <param name="isImpossible">Whether bounds exclude it.</param>
    /// <param name="ways">Data sets that may show it, from one of a subject of whom nothing particular is recorded.</param>
    /// <param name="shows">Whether a data set shows it.</param>
    /// <param name="ofYear">Whether it is about the year's row.</param>
    /// <param name="nearest">A data set that comes as near as can be, where bounds exclude it; null for none.</param>
    /// <returns>The data set that shows it; null for none.</returns>
    public Seen? AskWhetherPossible(
        Question question,
        string path,
        object?[] arguments,
        Func<bool> isImpossible,
        Func<Draft, IEnumerable<Draft>> ways,
        Func<Seen, bool> shows,
        bool ofYear,
        Func<Example?>? nearest = null)
    {
        if (isImpossible())
        {
            Refute(question, path, nearest?.Invoke(), arguments);
            return null;
        }

        var before = Trials.Count;
        var found = Search(ways, shows, ofYear);
        if (found is null)
            LeaveOpen(question, path, Trials.Count - before, arguments);
        else
            Prove(question, path, arguments);
        return found;
    }

    /// <summary>A claim that the condition of a clause can hold.</summary>
    public Seen? AskWhetherMet(Question question, string path, LocalText? name, Condition when, bool ofYear, Func<Seen, bool> shows) =>
        AskWhetherPossible(
            question,
            path,
            [name],
            () => Prover.IsImpossible(ofYear, new Literal(when, true)),
            draft => Ways.Of(when, true, draft, RowOf(ofYear)),
            shows,
            ofYear,
            () => Nearest(when, ofYear));

    /// <summary>A claim that something never happens: proved by bounds, or refuted by a data set.</summary>
    public void AskWhetherNever(
        Question question,
        string path,
        object?[] arguments,
        Func<bool> isImpossible,
        Func<Draft, IEnumerable<Draft>> ways,
        Func<Seen, bool> shows,
        bool ofYear)
    {
        if (isImpossible())
        {
            Prove(question, path, arguments);
            return;
        }

        var before = Trials.Count;
        if (Search(ways, shows, ofYear) is { } found)
            Refute(question, path, Trials.Smallest(found.Draft, shows), arguments);
        else
            LeaveOpen(question, path, Trials.Count - before, arguments);
    }

    /// <summary>A claim that a maximum or a minimum can be reached: refuted by bounds, or proved by a data set.</summary>
    public void AskWhetherReached(Question question, string path, LocalText name, Points bound, Measure measure, bool up)
    {
        var all = BoundsOf(measure, ofYear: false);
        if (up ? all.High < bound : all.Low > bound)
        {
            Refute(question, path, Furthest(measure.In, up, ofYear: false), name, bound, up ? all.High : all.Low);
            return;
        }

        Points? from = up ? bound : null;
        Points? below = up ? null : bound + Points.FromMillionths(1);
        AskWhetherPossible(
            question,
            path,
            [name, bound],
            () => false,
            draft => Climbing.Between(draft, measure.In, from, below, RoundRow) is { } found ? [found] : [],
            seen => measure.In(seen) == bound,
            ofYear: false);
    }

    /// <summary>A claim that some clause looks at what the scheme declares; rules in code may, without being read.</summary>
    public void AskWhetherUsed(Question question, string path, LocalText name, bool isUsed, Func<Example?>? show = null)
    {
        if (isUsed)
            Prove(question, path, name);
        else if (Trials.IsImpossible)
            LeaveOpen(question, path, 0, name);
        else
            Refute(question, path, show?.Invoke(), name);
    }

    /// <summary>The groups to which an item may apply.</summary>
    public IEnumerable<Profile> ProfilesOf(Item item) => Prover.Profiles.Where(profile => profile.MayHave(item.AppliesTo));

    /// <summary>Between what a measure lies, whoever it is.</summary>
    public Interval BoundsOf(Measure measure, bool ofYear) => Prover.Profiles
        .Select(profile => measure.Of(Prover.BoundsOf(profile, ofYear)))
        .Aggregate((one, other) => one.With(other));

    /// <summary>The first draft that shows something, of all groups.</summary>
    public Seen? Search(Func<Draft, IEnumerable<Draft>> ways, Func<Seen, bool> shows, bool ofYear)
    {
        Trials.Begin();
        foreach (var start in Starts.For(RowOf(ofYear)))
        {
            foreach (var draft in ways(start).Take(MostDrafts).TakeWhile(_ => !Trials.AreEnough))
            {
                if (Trials.Of(draft) is { } seen && shows(seen))
                    return seen;
            }
        }

        return null;
    }

    /// <summary>The data set of all groups that brings a measure furthest, as small as it can be made; null where there is none.</summary>
    public Example? Furthest(Func<Seen, Points?> measure, bool up, bool ofYear)
    {
        (Draft Draft, Points Points)? furthest = null;
        foreach (var start in Starts.For(RowOf(ofYear)))
        {
            var reached = Climbing.Furthest(start, measure, up, RowOf(ofYear));
            if (reached is { } known && (furthest is not { } other || (up ? known.Points > other.Points : known.Points < other.Points)))
                furthest = reached;
        }

        return furthest is var (draft, points)
            ? Trials.Smallest(draft, seen => measure(seen) is { } measured && (up ? measured >= points : measured <= points))
            : null;
    }

    /// <summary>A data set in which all parts of a condition hold but one; null where it has one part, or where none is found.</summary>
    private Example? Nearest(Condition when, bool ofYear)
    {
        var row = RowOf(ofYear);
        IReadOnlyList<Condition> parts = when is AllCondition all ? all.Parts : [];
        foreach (var left in parts)
        {
            var others = new AllCondition([.. parts.Where(part => part != left)]);
            if (Search(draft => Ways.Of(others, true, draft, row), Shows, ofYear) is { } found)
                return Trials.Smallest(found.Draft, Shows);

            bool Shows(Seen seen) => seen.Facts<Standing>(row).FirstOrDefault() is { } standing && others.HoldsFor(standing);
        }

        return null;
    }

    private void Add(Question question, Verdict verdict, string path, LocalText message, Example? example) =>
        findings.Add(new Finding(question.Code, question.Severity, verdict, places(path), message, isScored ? example : null));

    /// <summary>The scheme as if it were in force the whole year, for what else there is to say of one that can score no year.</summary>
    private static SchemeVersions InWhole(SchemeVersions versions, int year) => versions.All[0].With(head => head with
    {
        EffectiveFrom = versions.All[0].WholeOf(year).Start,
        EffectiveTo = null,
        Parts = [],
    });
}
