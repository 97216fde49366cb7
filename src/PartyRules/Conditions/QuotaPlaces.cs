using PartyRules.Arithmetic;

namespace PartyRules.Conditions;

/// <summary>How many places of a pool a quota has.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal abstract record QuotaPlaces
{
    /// <summary>The places in the pool of a place; null where they are not known.</summary>
    /// <param name="place">A place in the pool.</param>
    /// <param name="subject">Who holds it.</param>
    public abstract Points? In(IKnownPlace place, Subject subject);
}

/// <summary>A number of places, whatever the size of the pool.</summary>
internal sealed record FixedPlaces(Points Number) : QuotaPlaces
{
    /// <inheritdoc/>
    public override Points? In(IKnownPlace place, Subject subject) => Number;
}

/// <summary>A part of the pool.</summary>
/// <param name="Part">The part, above zero and at most one.</param>
/// <param name="Rounding">How it is rounded to whole places.</param>
/// <param name="OfCompeting">Whether it is a part of those who compete; otherwise of all who have a total.</param>
/// <param name="IsPercent">Whether the scheme states it as a percentage; otherwise as a fraction.</param>
internal sealed record PartOfPlaces(Exact Part, Rounding Rounding, bool OfCompeting, bool IsPercent) : QuotaPlaces
{
    /// <inheritdoc/>
    public override Points? In(IKnownPlace place, Subject subject) =>
        Rounding.Round(Part * new Exact(OfCompeting ? place.PoolSize : place.Assessed, 1));
}

/// <summary>The places that a further column of subjects states, which is one number for all subjects of a pool.</summary>
/// <param name="Attribute">The column.</param>
/// <param name="Name">What people call it.</param>
internal sealed record StatedPlaces(string Attribute, LocalText Name) : QuotaPlaces
{
    /// <inheritdoc/>
    public override Points? In(IKnownPlace place, Subject subject) => Of(subject);

    /// <summary>The places that a subject's column states; null where it states none.</summary>
    public Points? Of(Subject subject) => NumberOf(subject, Attribute);

    /// <summary>The whole number of places in a column of a subject; null where none stands there.</summary>
    public static Points? NumberOf(Subject subject, string column) =>
        Points.TryParse(subject.Attributes.GetValueOrDefault(column, ""), out var number)
        && number >= 0 && number.Millionths % 1_000_000 == 0
            ? number
            : null;
}
