namespace PartyRules.Documents;

/// <summary>What a scheme says about itself, before its clauses.</summary>
internal interface ISchemeHead
{
    /// <summary>The identifier.</summary>
    string Id { get; }

    /// <summary>The version.</summary>
    string Version { get; }

    /// <summary>The dates on which it is in force.</summary>
    EffectiveDocument Effective { get; }

    /// <summary>The name shown to people.</summary>
    LocalText Name { get; }

    /// <summary>The published text it rests on.</summary>
    LocalText Source { get; }

    /// <summary>Who is assessed.</summary>
    SubjectsDocument Subjects { get; }

    /// <summary>What entries carry beside the standard columns.</summary>
    EntriesDocument Entries { get; }

    /// <summary>The length of a round.</summary>
    string Round { get; }

    /// <summary>The month in which years begin; null for January.</summary>
    int? FirstMonth { get; }

    /// <summary>The levels of entries, by code.</summary>
    IReadOnlyDictionary<string, LocalText> Levels { get; }

    /// <summary>Those whose ratings are weighed, by code.</summary>
    IReadOnlyDictionary<string, LocalText> Evaluators { get; }

    /// <summary>How what multiplies or averages is rounded; null where it is not stated.</summary>
    RoundingDocument? Rounding { get; }
}
