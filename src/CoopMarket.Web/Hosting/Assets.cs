using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace CoopMarket.Web.Hosting;

/// <summary>
/// Style sheets, scripts and icons: read once, named by their contents, packed once, served for ever, and never under a
/// language's prefix. A style sheet may be written in pieces: <c>css/shop/*.css</c> become <c>shop.css</c>.
/// </summary>
internal sealed class Assets
{
    private readonly FrozenDictionary<string, Asset> _byAddress;
    private readonly FrozenDictionary<string, string> _addresses;

    public Assets(IWebHostEnvironment environment)
    {
        var root = environment.WebRootPath ?? Path.Combine(environment.ContentRootPath, "wwwroot");
        Dictionary<string, Asset> assets = [];
        Dictionary<string, string> addresses = [];
        foreach (var (name, bytes) in Sheets(root).Concat(Files(root, "js")).Concat(Files(root, "img")))
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(bytes))[..10];
            var extension = Path.GetExtension(name);
            var address = $"/assets/{name[..^extension.Length]}.{hash}{extension}";
            addresses[name] = address;
            assets[address] = new(bytes, Type(extension));
        }

        _byAddress = assets.ToFrozenDictionary(StringComparer.Ordinal);
        _addresses = addresses.ToFrozenDictionary(StringComparer.Ordinal);
        Version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', addresses.Values.Order(StringComparer.Ordinal)))))[..10];
    }

    /// <summary>The address of a file, such as <c>shop.css</c> or <c>js/photos.js</c>.</summary>
    public string this[string name] => _addresses[name];

    /// <summary>What changes with every change of any file.</summary>
    public string Version { get; }

    /// <summary>What is in a file, such as <c>js/worker.js</c>.</summary>
    public ReadOnlyMemory<byte> Read(string name) => _byAddress[_addresses[name]].Bytes;

    /// <summary>Serves them.</summary>
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/assets/{**file}", (HttpContext context) =>
    {
        if (!_byAddress.TryGetValue(context.Request.Path.Value ?? "", out var asset))
            return Results.NotFound();
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        context.Response.Headers.Vary = "Accept-Encoding";
        var accepted = context.Request.Headers.AcceptEncoding.ToString();
        if (accepted.Contains("br", StringComparison.Ordinal))
        {
            context.Response.Headers.ContentEncoding = "br";
            return Results.Bytes(asset.Brotli.Value, asset.Type);
        }

        return Results.Bytes(asset.Bytes, asset.Type);
    });

    private static IEnumerable<(string Name, byte[] Bytes)> Sheets(string root)
        => Directory.GetDirectories(Path.Combine(root, "css")).Select(folder => (
            Path.GetFileName(folder) + ".css",
            Directory.GetFiles(folder, "*.css").Order(StringComparer.Ordinal).SelectMany(File.ReadAllBytes).ToArray()));

    private static IEnumerable<(string Name, byte[] Bytes)> Files(string root, string folder)
        => Directory.Exists(Path.Combine(root, folder))
            ? Directory.GetFiles(Path.Combine(root, folder)).Select(f => ($"{folder}/{Path.GetFileName(f)}", File.ReadAllBytes(f)))
            : [];

    private static string Type(string extension) => extension switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        ".jpg" => "image/jpeg",
        _ => "application/octet-stream",
    };

    private sealed record Asset(byte[] Bytes, string Type)
    {
        public Lazy<byte[]> Brotli { get; } = new(() =>
        {
            using var packed = new MemoryStream();
            using (var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize))
                brotli.Write(Bytes);
            return packed.ToArray();
        });
    }
}
