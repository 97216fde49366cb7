namespace PartyRules.Schemes;

/// <summary>How the public notice of results names those it is about.</summary>
public enum NoticeNames
{
    /// <summary>The first character of each word of the name, and the last four of the identifier.</summary>
    Masked,

    /// <summary>The full name and the identifier.</summary>
    Full,

    /// <summary>The identifier alone.</summary>
    Id,
}

/// <summary>How results are put up so that everybody can object before anything is decided.</summary>
/// <param name="Names">How subjects are named.</param>
/// <param name="ObjectionDays">For how many calendar days the notice is up, the first and the last included; 1 to 366.</param>
/// <param name="Objections">Who may object where and how, as the notice says it.</param>
/// <param name="Cites">What it rests on.</param>
public sealed record NoticeClause(NoticeNames Names, int ObjectionDays, LocalText Objections, Citation Cites);
