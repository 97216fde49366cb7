using System.Globalization;
using System.Text;

namespace PartyRules.Schemes;

/// <summary>What a mask leaves of names and identifiers.</summary>
internal static class NameMask
{
    private const int ShownOfId = 4;

    /// <summary>Each word keeps its first character, as people see characters; a word of one is hidden whole.</summary>
    public static string OfName(string name)
    {
        var masked = new StringBuilder();
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

    /// <summary>The last four characters stay; of four or fewer none does.</summary>
    public static string OfId(string id)
    {
        var elements = new StringInfo(id);
        var hidden = Math.Max(0, elements.LengthInTextElements - ShownOfId);
        return hidden == 0
            ? new string('*', elements.LengthInTextElements)
            : new string('*', hidden) + elements.SubstringByTextElements(hidden);
    }
}
