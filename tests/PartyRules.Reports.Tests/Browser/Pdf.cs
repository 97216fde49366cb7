using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PartyRules.Reports.Tests.Browser;

/// <summary>What a printed file says of its pages.</summary>
internal sealed partial record Pdf(int Pages, IReadOnlyList<(double Width, double Height)> Sizes)
{
    public static Pdf Of(byte[] bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        var sizes = Box().Matches(text).Select(match => (Number(match.Groups[1]), Number(match.Groups[2]))).ToList();
        return new Pdf(PageObject().Count(text), sizes);
    }

    private static double Number(Group group) => double.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex PageObject();

    [GeneratedRegex(@"/MediaBox\s*\[\s*0\s+0\s+([0-9.]+)\s+([0-9.]+)\s*\]")]
    private static partial Regex Box();
}
