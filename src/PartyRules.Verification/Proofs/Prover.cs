using PartyRules.Conditions;
using PartyRules.Schemes;
using PartyRules.Verification.Bounds;

namespace PartyRules.Verification.Proofs;

/// <summary>Proves from bounds that conditions cannot hold at once. What it does not prove may or may not be possible.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class Prover
{
    private readonly Scheme scheme;
    private readonly int year;
    private readonly Dictionary<(Profile, bool OfYear), SchemeBounds> bounds = [];
    private readonly Dictionary<(Profile, bool OfYear), HashSet<GradeBand>> forced = [];

    /// <summary>Proves about a scheme in a year.</summary>
    public Prover(Scheme scheme, int year)
    {
        (this.scheme, this.year) = (scheme, year);
        Profiles = Profile.Of(scheme);
    }

    /// <summary>The groups that the scheme tells apart.</summary>
    public IReadOnlyList<Profile> Profiles { get; }

    /// <summary>The bounds of a group's row: the year's of a scheme with rounds, otherwise any round's.</summary>
    public SchemeBounds BoundsOf(Profile profile, bool ofYear)
    {
        if (bounds.TryGetValue((profile, ofYear), out var known))
            return known;
        return bounds[(profile, ofYear)] = ofYear && scheme.HasRounds
            ? SchemeBounds.OfYear(scheme, year, profile)
            : SchemeBounds.OfRounds(scheme, year, profile);
    }

    /// <summary>Whether no subject of any group can meet all conditions in one row.</summary>
    public bool IsImpossible(bool ofYear, params IEnumerable<Literal> conditions) =>
        Alternatives.Of(conditions.Select(Unfolded)) is { } ways
        && Profiles.All(profile => ways.All(way => IsImpossible(profile, ofYear, way)));

    /// <summary>The first of the rows on which a condition may hold, the last where it can on none; true for a year of rounds.</summary>
    public bool RowOf(Condition condition, IReadOnlyList<bool> rows)
    {
        foreach (var ofYear in rows)
        {
            if (!IsImpossible(ofYear, new Literal(condition, true)))
                return ofYear;
        }

        return rows[^1];
    }

    /// <summary>Whether no subject of a group can meet a condition in one row.</summary>
    public bool IsImpossible(Profile profile, bool ofYear, Condition condition) =>
        Alternatives.Of([Unfolded(new Literal(condition, true))]) is { } ways && ways.All(way => IsImpossible(profile, ofYear, way));

    /// <summary>Whether no subject of any group can have a grade in a row.</summary>
    public bool IsImpossible(GradeBand band, bool ofYear) => Profiles.All(profile =>
        !ForcedFor(profile, ofYear).Contains(band) && !scheme.Grades!.MayGive(band, BoundsOf(profile, ofYear).Total, profile));

    private Literal Unfolded(Literal literal) => literal with { Asked = Unfolded(literal.Asked) };

    /// <summary>A condition with what marks stand for: a round has a mark where the mark's own condition holds of it.</summary>
    private Condition Unfolded(Condition condition) => condition switch
    {
        AllCondition all => new AllCondition([.. all.Parts.Select(Unfolded)]),
        AnyCondition any => new AnyCondition([.. any.Parts.Select(Unfolded)]),
        NotCondition not => new NotCondition(Unfolded(not.Part)),
        MarkCondition asked when MarkOf(asked.Mark) is { } mark => Unfolded(mark.When),
        StreakCondition { Count.Least.Millionths: > 0 } asked when MarkOf(asked.Mark) is { } mark =>
            new AllCondition([asked, Unfolded(mark.When)]),
        _ => condition,
    };

    private MarkClause? MarkOf(string id) => scheme.Marks.FirstOrDefault(mark => mark.Id == id);

    private bool IsImpossible(Profile profile, bool ofYear, IReadOnlyList<Literal> way)
    {
        var forcedGrades = ForcedFor(profile, ofYear);
        var situation = new Situation(scheme, profile, BoundsOf(profile, ofYear), forcedGrades.Contains);
        foreach (var literal in way)
            situation.Narrow(literal);
        return situation.IsImpossible;
    }

    /// <summary>The grades that clauses may give a group whatever the total.</summary>
    private HashSet<GradeBand> ForcedFor(Profile profile, bool ofYear)
    {
        if (forced.TryGetValue((profile, ofYear), out var known))
            return known;
        // Conditions of these clauses cannot ask for a grade, so that they are decided without one.
        forced[(profile, ofYear)] = [];
        return forced[(profile, ofYear)] =
            [.. (scheme.Grades?.Forced ?? []).Where(clause => !IsImpossible(profile, ofYear, clause.When)).Select(clause => clause.Grade)];
    }
}
