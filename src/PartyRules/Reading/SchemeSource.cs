using System.Reflection;
using PartyRules.Diagnostics;
using PartyRules.Schemes;

namespace PartyRules.Reading;

/// <summary>Makes sources of schemes.</summary>
/// <remarks>Thread-safe, as are the sources.</remarks>
public static class SchemeSource
{
    private const string Extension = ".json";

    /// <summary>A file, watched for changes. What it extends is looked for in its folder, then among the built-in schemes.</summary>
    /// <param name="path">The file.</param>
    public static ISchemeSource File(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var file = Path.GetFullPath(path);
        return new Files(Path.GetDirectoryName(file)!, () => [path]);
    }

    /// <summary>
    /// The files of a folder that end in <c>.json</c>, watched for changes; not those of folders in it, such as the worked cases in
    /// <c>cases</c>. Each must be a scheme or a layer.
    /// </summary>
    /// <param name="path">The folder. One without any scheme is a mistake.</param>
    public static ISchemeSource Folder(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new Files(Path.GetFullPath(path), () => FilesOf(path));
    }

    /// <summary>Resources of an assembly.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="prefix">
    /// How the names of the resources begin that are schemes, such as <c>MyApp.Schemes.</c>; one at least does.
    /// </param>
    public static ISchemeSource Embedded(Assembly assembly, string prefix)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        ArgumentNullException.ThrowIfNull(prefix);
        var names = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToList();
        return From(() => ReadEach(names, name => Resource(assembly, name), new SourceLocation(prefix)));
    }

    /// <summary>What an application makes out of anything, such as rows of a database, each time it is asked.</summary>
    /// <param name="read">
    /// Gives the schemes as they are now, such as by <see cref="SchemeReader.Parse"/>. What it throws is told as a problem.
    /// </param>
    public static ISchemeSource From(Func<IEnumerable<Scheme>> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return From(() => [.. read().Select(scheme => new SourcedScheme(scheme))]);
    }

    private static Made From(Func<IReadOnlyList<SourcedScheme>> read) => new(read);

    private static SourcedScheme Resource(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        return new SourcedScheme(SchemeReader.Read(stream, name));
    }

    private static IReadOnlyList<string> FilesOf(string folder)
    {
        if (!Directory.Exists(folder))
            throw new ProblemException(SchemeMessages.Catalog.Problem("scheme.no-folder", new SourceLocation(folder)));
        return [.. Directory.GetFiles(folder, "*" + Extension).Order(StringComparer.Ordinal)];
    }

    /// <summary>Reads what there is of each name, or tells all that is wrong with any.</summary>
    private static List<SourcedScheme> ReadEach(IReadOnlyList<string> names, Func<string, SourcedScheme> read, SourceLocation place)
    {
        if (names.Count == 0)
            throw new ProblemException(SchemeMessages.Catalog.Problem("scheme.none-here", place));
        var (schemes, problems) = (new List<SourcedScheme>(), new List<Problem>());
        foreach (var name in names)
        {
            try
            {
                schemes.Add(read(name));
            }
            catch (ProblemException exception)
            {
                problems.AddRange(exception.Problems);
            }
        }

        return problems.Count == 0 ? schemes : throw new ProblemException(problems);
    }

    private sealed class Made(Func<IReadOnlyList<SourcedScheme>> read) : ISchemeSource
    {
        public IReadOnlyList<SourcedScheme> Read() => read();
    }

    private sealed class Files(string folder, Func<IReadOnlyList<string>> files) : ISchemeSource
    {
        public IReadOnlyList<SourcedScheme> Read() =>
            ReadEach(files(), ReadFile, new SourceLocation(folder));

        private static SourcedScheme ReadFile(string path)
        {
            var scheme = SchemeReader.ReadFile(path, out var places);
            return new SourcedScheme(scheme, path) { Places = places };
        }

        /// <summary>
        /// Any file of the folder may be what a scheme of it extends, or a link that is put elsewhere. A folder that is not there is told
        /// when it is read.
        /// </summary>
        public IDisposable? Watch(Action changed)
        {
            if (!Directory.Exists(folder))
                return null;
            var watcher = new FileSystemWatcher(folder);
            watcher.Changed += (_, _) => changed();
            watcher.Created += (_, _) => changed();
            watcher.Deleted += (_, _) => changed();
            watcher.Renamed += (_, _) => changed();
            watcher.Error += (_, _) => changed();
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
    }
}
