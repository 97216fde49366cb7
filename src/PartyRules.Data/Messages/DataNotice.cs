using PartyRules.Diagnostics;

namespace PartyRules.Data.Messages;

/// <summary>
/// Something about a data set that a person should know, though it is no mistake: a column that no clause uses, a sheet that is not read,
/// two records that look like one.
/// </summary>
/// <remarks>Equality is by value. Immutable and thread-safe.</remarks>
/// <param name="Code">The stable code, such as <c>notice.unused-column</c>.</param>
/// <param name="Location">Where it is; without parts that are unknown.</param>
/// <param name="Message">What it is, in both languages, without the location.</param>
public sealed record DataNotice(string Code, SourceLocation Location, LocalText Message)
{
    /// <summary>One line for people: the place, then the message.</summary>
    /// <param name="language">The language.</param>
    public string ToText(Language language)
    {
        var place = Location.ToString();
        return place.Length == 0 ? Message.In(language) : $"{place}: {Message.In(language)}";
    }

    /// <summary>The line in English.</summary>
    public override string ToString() => ToText(Language.English);
}
