using System.Globalization;

namespace PartyRules.Reports.Notices;

/// <summary>How a notice names those it is about.</summary>
internal enum NameMask
{
    /// <summary>The first character of each word of the name, and the last four of the identifier.</summary>
    Masked,

    /// <summary>The full name and the identifier.</summary>
    Full,

    /// <summary>The identifier alone.</summary>
    Id,
}

/// <summary>What masks leave of names and identifiers.</summary>
internal static class NameMasks
{
    private const int ShownOfId = 4;

    /// <summary>What a notice shows as the name; empty where it shows none.</summary>
    public static string NameOf(this NameMask mask, Subject subject) => mask switch
    {
        NameMask.Full => subject.Name,
        NameMask.Masked => Masked(subject.Name),
        _ => "",
    };

    /// <summary>What a notice shows as the identifier.</summary>
    public static string IdOf(this NameMask mask, Subject subject) => mask == NameMask.Masked ? MaskedId(subject.Id) : subject.Id;

    /// <summary>Each word keeps its first character, as people see characters; a word of one is hidden whole.</summary>
    private static string Masked(string name)
    {
        var masked = new System.Text.StringBuilder();
        var start = true;
        var elements = StringInfo.GetTextElementEnumerator(name);
        var (word, first) = (0, "");
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            if (string.IsNullOrWhiteSpace(element))
            {
                End();
                masked.Append(' ');
                start = true;
                continue;
            }

            if (start)
                (first, word, start) = (element, 0, false);
            word++;
        }

        End();
        return masked.ToString();

        void End()
        {
            if (!start)
                masked.Append(word == 1 ? "*" : first).Append('*', word - 1);
        }
    }

    private static string MaskedId(string id)
    {
        var elements = new StringInfo(id);
        var hidden = Math.Max(0, elements.LengthInTextElements - ShownOfId);
        return hidden == 0 ? new string('*', elements.LengthInTextElements) : new string('*', hidden) + elements.SubstringByTextElements(hidden);
    }
}
