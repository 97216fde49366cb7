using System.Collections;
using System.Globalization;

namespace PartyRules.Engine.Syntax;

/// <summary>Values as people read them in messages, whatever the culture; long ones are cut.</summary>
internal static class ValueText
{
    private const int Longest = 160;
    private const int MostElements = 5;

    public static string Of(object? value)
    {
        var text = value switch
        {
            null => "null",
            string words => $"\"{words}\"",
            char letter => $"'{letter}'",
            bool truth => truth ? "true" : "false",
            Enum named => $"{named.GetType().Name}.{named}",
            DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
            Type type => type.Name,
            ICollection or IReadOnlyCollection<object> => Elements((IEnumerable)value),
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => Written(value),
        };
        return text.Length <= Longest ? text : string.Concat(text.AsSpan(0, Longest - 1), "…");
    }

    private static string Elements(IEnumerable elements)
    {
        var texts = new List<string>();
        foreach (var element in elements)
        {
            if (texts.Count == MostElements)
            {
                texts.Add("…");
                break;
            }

            texts.Add(Of(element));
        }

        return $"[{string.Join(", ", texts)}]";
    }

    /// <summary>A fact's own text must not hide why a rule failed.</summary>
    private static string Written(object value)
    {
        try
        {
            return value.ToString() ?? "";
        }
#pragma warning disable CA1031 // The text of a fact is the host's code, and a message is being written about something else.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return $"{value.GetType().Name} (its text failed: {exception.Message})";
        }
    }
}
