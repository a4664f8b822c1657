using System.Diagnostics;
using System.Globalization;

namespace CoopMarket.Browser.Tests;

/// <summary>Reads QR codes as a phone does.</summary>
internal static class Zbar
{
    /// <summary>What stands in the codes of a picture, one for each that was found.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(byte[] picture)
    {
        var file = Path.Combine(Path.GetTempPath(), Guid.CreateVersion7().ToString("N", CultureInfo.InvariantCulture) + ".png");
        await File.WriteAllBytesAsync(file, picture);
        try
        {
            using var zbar = Process.Start(new ProcessStartInfo("zbarimg", ["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", file]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            var said = await zbar.StandardOutput.ReadToEndAsync();
            await zbar.WaitForExitAsync();
            return said.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
