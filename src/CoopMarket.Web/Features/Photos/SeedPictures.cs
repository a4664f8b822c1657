using System.Text.Json;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Adapters.Images;
using CoopMarket.Web.Data;

namespace CoopMarket.Web.Features.Photos;

/// <summary>
/// The pictures that are committed for the demo, and what <c>index.json</c> beside them says of each, so that the demo
/// need not decode one before it answers. A test holds the index against the files.
/// </summary>
internal sealed class SeedPictures
{
    private const string IndexFile = "index.json";
    private const string AltFile = "alt.json";

    private readonly string _folder;
    private readonly Lazy<Dictionary<string, Picture>> _index;
    private readonly Lazy<Dictionary<string, LocalizedText>> _alts;

    public SeedPictures(IWebHostEnvironment environment)
    {
        _folder = Path.Combine(environment.ContentRootPath, "Seed", "Pictures");
        _index = new(() => Read<Picture>(IndexFile));
        _alts = new(() => Read<LocalizedText>(AltFile));
    }

    /// <summary>All names, in the order of the alphabet.</summary>
    public IReadOnlyList<string> Names => [.. _index.Value.Keys.Order(StringComparer.Ordinal)];

    /// <summary>What is known of a picture.</summary>
    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    public (Picture Picture, LocalizedText Alt) this[string name] => (_index.Value[name], _alts.Value.GetValueOrDefault(name) ?? LocalizedText.Empty);

    public bool Has(string name) => _index.Value.ContainsKey(name);

    /// <summary>The file of a picture by its hash; null where it is none of the committed ones.</summary>
    public string? FileOf(string hash)
        => _index.Value.Where(p => p.Value.Hash == hash).Select(p => Path.Combine(_folder, p.Key + ".jpg")).FirstOrDefault();

    /// <summary>Looks at every picture in the folder and writes the index anew.</summary>
    public async Task<int> WriteIndexAsync(PhotoWorks works, CancellationToken cancellationToken)
    {
        SortedDictionary<string, Picture> index = new(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(_folder, "*.jpg"))
        {
            var master = (await works.Intake(file, cancellationToken)).Master ?? throw new InvalidDataException($"{file} can't be taken in.");
            index[Path.GetFileNameWithoutExtension(file)] = new(await Masters.HashAsync(file, cancellationToken), master.Width, master.Height, master.Colors.ToString());
        }

        var lines = index.Select(p => $"  {JsonSerializer.Serialize(p.Key, Json.Options)}: {JsonSerializer.Serialize(p.Value, Json.Options)}");
        await File.WriteAllTextAsync(Path.Combine(_folder, IndexFile), "{\n" + string.Join(",\n", lines) + "\n}\n", cancellationToken);
        return index.Count;
    }

    private Dictionary<string, T> Read<T>(string name)
    {
        var file = Path.Combine(_folder, name);
        return File.Exists(file) ? JsonSerializer.Deserialize<Dictionary<string, T>>(File.ReadAllText(file), Json.Options)! : [];
    }
}
