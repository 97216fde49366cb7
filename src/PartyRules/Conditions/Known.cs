namespace PartyRules.Conditions;

/// <summary>What is known of a subject in a period while conditions are decided.</summary>
/// <remarks>The default knows nothing, and has no dossier. Immutable; as thread-safe as the marks it is given.</remarks>
/// <param name="Dossier">The subject, the period and its entries.</param>
/// <param name="Total">The total; null before it is known.</param>
/// <param name="Grade">The grade; null before it is known or where the scheme gives none.</param>
/// <param name="Places">The places in pools, one for each ranking at the most; null before they are known.</param>
/// <param name="Marks">The marks of all rounds of the year; null before they are known.</param>
/// <param name="Shares">The shares of the pools; null before they are known.</param>
internal readonly record struct Known(
    Dossier Dossier,
    IKnownTotal? Total = null,
    IKnownGrade? Grade = null,
    IReadOnlyList<IKnownPlace>? Places = null,
    IEnumerable<IKnownMark>? Marks = null,
    IReadOnlyList<IKnownShare>? Shares = null)
{
    /// <summary>The place in a ranking; null where there is none, or it is not known.</summary>
    /// <param name="ranking">The ranking's identifier; empty for the one that gives results their rank.</param>
    public IKnownPlace? PlaceIn(string ranking)
    {
        for (var i = 0; i < Places?.Count; i++)
        {
            if (Places[i].Ranking == ranking)
                return Places[i];
        }

        return null;
    }
}

/// <summary>A total, as conditions ask for it.</summary>
internal interface IKnownTotal
{
    /// <summary>The points.</summary>
    Points Points { get; }

    /// <summary>The points of the component of an index; null where the total has no components.</summary>
    Points? PointsOf(int component);
}

/// <summary>A grade, as conditions ask for it.</summary>
internal interface IKnownGrade
{
    /// <summary>The grade's identifier.</summary>
    string Id { get; }

    /// <summary>How many grades it is above that of the previous cycle; null where there was none.</summary>
    int? Rise { get; }
}

/// <summary>A place in a pool, as conditions ask for it.</summary>
internal interface IKnownPlace
{
    /// <summary>The identifier of the ranking; empty for the one that gives results their rank.</summary>
    string Ranking { get; }

    /// <summary>The rank; 1 is the best.</summary>
    int Rank { get; }

    /// <summary>Whether nobody ranks lower and somebody higher.</summary>
    bool IsLast { get; }

    /// <summary>How many compete in the pool.</summary>
    int PoolSize { get; }

    /// <summary>How many the pool has, those included who are vetoed and do not compete: what percentages are of.</summary>
    int Assessed { get; }

    /// <summary>How many are better.</summary>
    int Better { get; }

    /// <summary>How many are better or equal, this one included.</summary>
    int NoWorse { get; }
}

/// <summary>A mark of a round, as conditions ask for it.</summary>
internal interface IKnownMark
{
    /// <summary>The identifier of the clause that gave it.</summary>
    string Id { get; }

    /// <summary>The round.</summary>
    Period Period { get; }
}

/// <summary>The share of a pool that meets a target, as conditions ask for it.</summary>
internal interface IKnownShare
{
    /// <summary>The target's identifier.</summary>
    string Id { get; }

    /// <summary>The round or the year.</summary>
    Period Period { get; }

    /// <summary>How many of the pool meet the target.</summary>
    int Met { get; }

    /// <summary>How many the pool has.</summary>
    int Of { get; }
}

/// <summary>A result of another scheme or an earlier year, as conditions ask for it.</summary>
internal interface IKnownResult
{
    /// <summary>What people call it.</summary>
    LocalText Name { get; }

    /// <summary>The result as far as a dossier knows it; null where it does not.</summary>
    EarlierResult? Find(Dossier dossier);

    /// <summary>
    /// The results of those who belong to the dossier's subject, in the order of their identifiers; empty for another input.
    /// </summary>
    IReadOnlyList<EarlierResult> FindAll(Dossier dossier);
}
