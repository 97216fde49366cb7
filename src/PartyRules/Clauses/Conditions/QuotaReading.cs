using System.Globalization;
using System.Numerics;
using PartyRules.Arithmetic;
using PartyRules.Clauses.Core;
using PartyRules.Conditions;
using PartyRules.Schemes;

namespace PartyRules.Clauses.Conditions;

/// <summary>How the places of a quota are read.</summary>
internal static class QuotaReading
{
    private const int MostDigits = 6;

    /// <summary>Reads how many places a quota has.</summary>
    /// <param name="at">The scheme that is read.</param>
    /// <param name="from">The document.</param>
    /// <param name="path">Where it stands.</param>
    public static QuotaPlaces PlacesOf(this Resolving at, QuotaConditionDocument from, string path)
    {
        if (new object?[] { from.Number, from.Percent, from.Fraction, from.Attribute }.Count(member => member is not null) != 1)
            at.Report("scheme.exactly-one", path, "number, percent, fraction, attribute");
        var isPart = from.Percent is not null || from.Fraction is not null;
        if (isPart != from.Rounding is not null)
            at.Report("scheme.quota-rounding", path);
        var ranking = at.Clauses.Of<RankingClause>().FirstOrDefault(ranking => ranking.Id == (from.In ?? ""));
        if (isPart && from.Of is null && ranking is { Among: not null })
            at.Report("scheme.quota-of", path);
        else if (!isPart && from.Of is not null)
            at.Report("scheme.quota-of-number", $"{path}.of");
        if (from.Attribute is { } attribute)
            return at.StatedPlaces(attribute, $"{path}.attribute");
        if (isPart)
            return at.PartOfPlaces(from, path);
        var number = from.Number ?? 1;
        if (number <= 0)
            at.Report("scheme.quota", path);
        else if (number.Millionths % 1_000_000 != 0)
            at.Report("scheme.not-places", $"{path}.number", number);
        return new FixedPlaces(number);
    }

    private static PartOfPlaces PartOfPlaces(this Resolving at, QuotaConditionDocument from, string path)
    {
        var rounding = from.Rounding is null ? default : at.Word<QuotaRounding>($"{path}.rounding", from.Rounding);
        var mode = rounding switch
        {
            QuotaRounding.Down => MidpointRounding.ToNegativeInfinity,
            QuotaRounding.Up => MidpointRounding.ToPositiveInfinity,
            _ => MidpointRounding.AwayFromZero,
        };
        var of = from.Of is null ? default : at.Word<QuotaOf>($"{path}.of", from.Of);
        var part = from.Percent is { } percent ? Exact.Of(percent) / new Exact(100, 1) : FractionOf(from.Fraction!);
        if (part is null)
            at.Report("scheme.fraction", $"{path}.fraction", from.Fraction);
        else if (part.Value.CompareTo(Exact.Zero) <= 0 || part.Value.CompareTo(new Exact(1, 1)) > 0)
            at.Report("scheme.quota", path);
        return new PartOfPlaces(part ?? new Exact(1, 1), new Rounding(0, mode), of == QuotaOf.Competing, from.Percent is not null);
    }

    private static StatedPlaces StatedPlaces(this Resolving at, string column, string path)
    {
        var attribute = at.Word(path, column, at.Head.Subjects.Attributes);
        if (attribute is { Kind: not "number" })
            at.Report("scheme.attribute-kind", path, column);
        return new StatedPlaces(column, attribute?.Name ?? at.Head.Name);
    }

    /// <summary>The fraction that a text such as <c>1/3</c> is; null for another text.</summary>
    private static Exact? FractionOf(string text)
    {
        var parts = text.Split('/');
        return parts.Length == 2 && IsWhole(parts[0]) && IsWhole(parts[1]) && Whole(parts[1]) is { IsZero: false } denominator
            ? new Exact(Whole(parts[0]), denominator)
            : null;
    }

    private static bool IsWhole(string digits) => digits.Length is > 0 and <= MostDigits && digits.All(char.IsAsciiDigit);

    private static BigInteger Whole(string digits) => BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
