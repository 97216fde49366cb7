using System.Text.Json.Serialization;

namespace PartyRules.Schemes;

/// <summary>How the public notice of results names those it is about.</summary>
public enum NoticeNames
{
    /// <summary>The first character of each word of the name, and the last four of the identifier.</summary>
    [JsonStringEnumMemberName("masked")]
    Masked,

    /// <summary>The full name and the identifier.</summary>
    [JsonStringEnumMemberName("full")]
    Full,

    /// <summary>The identifier alone.</summary>
    [JsonStringEnumMemberName("id")]
    Id,
}

/// <summary>How results are put up so that everybody can object before anything is decided.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <seealso href="docs/schemes/clauses/notices.md">The kind of clause, its keys and how it is evaluated</seealso>
public sealed class NoticeClause
{
    internal NoticeClause(NoticeNames names, int objectionDays, LocalText objections, Citation cites) =>
        (Names, ObjectionDays, Objections, Cites) = (names, objectionDays, objections, cites);

    /// <summary>How subjects are named.</summary>
    public NoticeNames Names { get; }

    /// <summary>For how many calendar days the notice is up, the first and the last included; 1 to 366.</summary>
    public int ObjectionDays { get; }

    /// <summary>Who may object where and how, as the notice says it.</summary>
    public LocalText Objections { get; }

    /// <summary>What it rests on.</summary>
    public Citation Cites { get; }

    /// <summary>What the notice shows as a subject's name; empty where it shows identifiers alone.</summary>
    /// <remarks>
    /// A masked name keeps the first character of each word, as people see characters, and an asterisk for each other; a word of one
    /// character is hidden whole.
    /// </remarks>
    /// <param name="subject">The subject.</param>
    public string NameOf(Subject subject) => Names switch
    {
        NoticeNames.Full => subject.Name,
        NoticeNames.Masked => NameMask.OfName(subject.Name),
        _ => "",
    };

    /// <summary>
    /// What the notice shows as a subject's identifier; where names are masked the last four characters, and none of an identifier of four
    /// or fewer.
    /// </summary>
    /// <param name="subject">The subject.</param>
    public string IdOf(Subject subject) => Names == NoticeNames.Masked ? NameMask.OfId(subject.Id) : subject.Id;

    /// <summary>The last day on which the notice is up and objections are taken, included.</summary>
    /// <param name="first">The first day, which counts as one of <see cref="ObjectionDays"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The last day is after <see cref="DateOnly.MaxValue"/>.</exception>
    public DateOnly LastDay(DateOnly first) => first.AddDays(ObjectionDays - 1);
}
