using PartyRules.Conditions;
using PartyRules.Results;
using PartyRules.Schemes;
using PartyRules.Verification.Bounds;

namespace PartyRules.Verification.Search;

/// <summary>Subjects of each group with no more recorded than a row needs to have a total.</summary>
/// <param name="trials">Scores drafts.</param>
/// <param name="profiles">The groups.</param>
/// <param name="used">What clauses look at, which comes last of what may show that a round was held.</param>
internal sealed class Starts(Trials trials, IReadOnlyList<Profile> profiles, LookedAt used)
{
    private readonly Dictionary<(Profile, Period), Draft?> known = [];
    private readonly Making making = new(trials.Scheme);

    /// <summary>Drafts for a row: one of each group of which there can be one.</summary>
    public IEnumerable<Draft> For(Period row) => profiles.Select(profile => For(profile, row)).OfType<Draft>();

    /// <summary>A draft of a group for a row; null where none with a total, or without anything but a total, is found.</summary>
    public Draft? For(Profile profile, Period row)
    {
        if (!known.TryGetValue((profile, row), out var draft))
            known.Add((profile, row), draft = Make(profile, row));
        return draft;
    }

    /// <summary>A draft with what a round needs to have a total, of the subject and its rivals.</summary>
    public Draft Open(Draft draft, Period round)
    {
        if (trials.Of(draft)?.TotalOf(round) is not null)
            return draft;
        var alike = new Profile(draft.Subject.Category, draft.Subject.Employment);
        var needed = For(profiles.Contains(alike) ? alike : profiles[0], round)?.Acts.Where(act => round.Contains(act.Date)).ToList() ?? [];
        return draft with
        {
            Acts = draft.Acts.AddRange(needed),
            Rivals = [.. draft.Rivals.Select(acts => acts.AddRange(needed))],
        };
    }

    private Draft? Make(Profile profile, Period row)
    {
        var scheme = trials.Scheme;
        var bare = new Draft
        {
            Subject = new Subject
            {
                Id = "s1",
                Kind = scheme.SubjectKind,
                Parent = scheme.Crediting.Any(clause => clause.Column == LookedAt.Parent) ? "s1" : "p1",
                Category = profile.Category ?? scheme.Categories.Keys.FirstOrDefault() ?? "",
                Employment = profile.Employment ?? scheme.Employments.Keys.FirstOrDefault() ?? "",
                Attributes = used.PlacesOfPools.Select(places => (places.Column, Text: "1"))
                    .Concat(scheme.Crediting.Select(clause => (clause.Column, Text: "s1"))).DistinctBy(pair => pair.Column)
                    .ToDictionary(pair => pair.Column, pair => pair.Text, StringComparer.Ordinal),
            },
        };
        IReadOnlyList<Period> rounds = !scheme.HasRounds ? [row]
            : row.Kind == PeriodKind.Year ? [.. scheme.RoundsOf(row.Year)]
            : [row];
        return Candidates(bare, rounds).FirstOrDefault(draft => trials.Of(draft)?.Of(row)?.Status == AssessmentStatus.Assessed);
    }

    private IEnumerable<Draft> Candidates(Draft bare, IReadOnlyList<Period> rounds)
    {
        if (!trials.Scheme.HasRounds)
            yield return bare;
        var whole = Complete(bare, rounds);
        yield return whole;
        foreach (var code in Codes(bare.Subject, rounds[0]))
            yield return whole.With(rounds.Select(round => making.Of(code, round.Start, bare.Subject)));
        foreach (var exempting in trials.Scheme.Exemptions)
            yield return Without(whole, exempting.When);
    }

    /// <summary>Codes of which an entry may show that a round was held: records first, and what takes away last.</summary>
    private IEnumerable<string> Codes(Subject subject, Period row) => trials.Scheme.Records.Select(record => record.Code)
        .Concat(making.ItemsFor(subject, row).OrderBy(item => item.Deducts).Select(item => item.Code))
        .Distinct(StringComparer.Ordinal)
        .OrderBy(used.Codes.Contains)
        .Take(12);

    /// <summary>What components that must not be empty need, and what they carry over.</summary>
    private Draft Complete(Draft draft, IReadOnlyList<Period> rounds)
    {
        var acts = new List<Act>();
        foreach (var round in rounds)
        {
            foreach (var component in trials.Scheme.Components)
            {
                var items = making.ItemsFor(draft.Subject, round).Where(item => item.Component == component).ToList();
                if (component.IsRequired && items.Count > 0 && items.TrueForAll(item => item.Appraisal is null))
                    acts.Add(Least(items[0], round, draft.Subject, null));
                foreach (var item in items.Where(item => item.Appraisal is { } rated && (component.IsRequired || rated.Required.Any())))
                    acts.AddRange(item.Appraisal!.Weights.Keys.Select(by => Least(item, round, draft.Subject, by)));
            }
        }

        var carried = trials.Scheme.Components.SelectMany(component => component.Carries).Where(each => each.IsRequired)
            .Select(each => each.Input)
            .Distinct();
        return carried.Aggregate(
            draft.With(acts),
            (all, input) => WithResult(all, input, trials.Year, new EarlierResult(input.Scheme, "", default, Points.Zero)));
    }

    private Act Least(Item item, Period round, Subject subject, string? by)
    {
        Points? value = item.Worth.IsMeasured ? Points.Zero : null;
        return making.Of(item.Code, round.Start, subject, value, null, null, by);
    }

    /// <summary>The draft with a result that an input finds.</summary>
    public static Draft WithResult(Draft draft, ResultInput input, int year, EarlierResult result)
    {
        if (input.Attribute is { } attribute && input.SubjectOf(draft.Subject).Length == 0)
            draft = draft with { Subject = Draft.Like(draft.Subject, attribute: (attribute, "x1")) };
        return draft with
        {
            Earlier = draft.Earlier.Add(result with
            {
                Scheme = input.Scheme,
                Subject = input.SubjectOf(draft.Subject),
                Period = Period.OfYear(year - input.YearsBefore),
            }),
        };
    }

    /// <summary>A draft whose subject has whatever an attribute needs for an exemption not to hold.</summary>
    private static Draft Without(Draft draft, Condition exempting) =>
        exempting is NotCondition { Part: AttributeTextCondition { Values: [var value, ..] } asked }
        ? draft with { Subject = Draft.Like(draft.Subject, attribute: (asked.Attribute, value)) }
        : draft;
}
