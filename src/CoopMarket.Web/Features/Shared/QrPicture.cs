using System.Text;
using QRCoder;

namespace CoopMarket.Web.Features.Shared;

/// <summary>A QR code as one SVG path, one unit to a module, its quiet zone of four modules included.</summary>
/// <param name="Side">Units along each side.</param>
/// <param name="Path">The dark modules, as runs along each row.</param>
internal sealed record QrPicture(int Side, string Path)
{
    /// <summary>Draws a payload; a seventh of the code may be damaged.</summary>
    public static QrPicture Of(string payload)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(payload, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
            for (var x = 0; x < rows[y].Count; x++)
            {
                if (!rows[y][x])
                    continue;
                var from = x;
                while (x < rows[y].Count && rows[y][x])
                    x++;
                path.Append($"M{from} {y}h{x - from}v1H{from}z");
            }

        return new(rows.Count, path.ToString());
    }
}
