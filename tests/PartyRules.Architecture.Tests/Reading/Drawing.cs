using System.Globalization;

namespace PartyRules.Architecture.Tests.Reading;

/// <summary>
/// Floors as docs/architecture.md draws them: a fenced block <c>floors NAME</c> with a line for each floor, the highest first.
/// </summary>
/// <param name="Name">The project; or the folder whose projects stand on the floors.</param>
/// <param name="FloorOf">The floor of each room: folders by their paths, a project's own folder by its name.</param>
internal sealed record Drawing(string Name, IReadOnlyDictionary<string, int> FloorOf)
{
    private const string Fence = "```";

    /// <summary>All drawings of the page.</summary>
    public static IReadOnlyList<Drawing> All { get; } = Read(File.ReadAllText(Repository.PathOf("docs", "architecture.md")));

    /// <summary>Reads the drawings of a text.</summary>
    /// <exception cref="FormatException">A line is no floor, floors are not counted down to 0, or a room stands twice.</exception>
    public static IReadOnlyList<Drawing> Read(string text)
    {
        var drawings = new List<Drawing>();
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith($"{Fence}floors ", StringComparison.Ordinal))
                continue;
            var name = lines[i][$"{Fence}floors ".Length..].Trim();
            drawings.Add(new Drawing(name, RoomsOf(name, [.. lines.Skip(i + 1).TakeWhile(line => line != Fence)])));
        }

        return drawings;
    }

    /// <summary>The floor of a type; null where the drawing has no room for its namespace.</summary>
    public int? FloorOfType(CompiledType type) => FloorOf.TryGetValue(RoomOf(type.Namespace), out var floor) ? floor : null;

    /// <summary>The room of a namespace of the project.</summary>
    public string RoomOf(string space) =>
        space.StartsWith($"{Name}.", StringComparison.Ordinal) ? space[(Name.Length + 1)..].Replace('.', '/') : space;

    /// <summary>A floor: its number, its rooms, and after two spaces words for people.</summary>
    private static Dictionary<string, int> RoomsOf(string name, List<string> lines)
    {
        var rooms = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Count; i++)
        {
            var parts = lines[i].Split("  ", 3, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var floor = lines.Count - 1 - i;
            if (parts.Length < 2 || parts[0] != floor.ToString(CultureInfo.InvariantCulture))
                throw new FormatException($"{name}: floor {floor} is expected, not \"{lines[i]}\".");
            foreach (var room in parts[1].Split(", "))
            {
                if (!rooms.TryAdd(room, floor))
                    throw new FormatException($"{name}: {room} stands twice.");
            }
        }

        return rooms;
    }
}
