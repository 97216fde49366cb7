using System.Globalization;
using PartyRules.Schemes;

namespace PartyRules.Reports.Notices;

/// <summary>What masks leave of names and identifiers.</summary>
internal static class NameMasks
{
    private const int ShownOfId = 4;

    /// <summary>What a notice shows as the name; empty where it shows none.</summary>
    public static string NameOf(this NoticeNames mask, Subject subject) => mask switch
    {
        NoticeNames.Full => subject.Name,
        NoticeNames.Masked => Masked(subject.Name),
        _ => "",
    };

    /// <summary>What a notice shows as the identifier.</summary>
    public static string IdOf(this NoticeNames mask, Subject subject) => mask == NoticeNames.Masked ? MaskedId(subject.Id) : subject.Id;

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
