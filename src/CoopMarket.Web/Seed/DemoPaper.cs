using System.Globalization;
using System.Text;
using CoopMarket.Domain.Shared;

namespace CoopMarket.Web.Seed;

/// <summary>Papers of the demo: a page that says what it stands for.</summary>
internal static class DemoPaper
{
    /// <summary>A PDF of one line.</summary>
    /// <param name="of">What it stands for; written without marks.</param>
    public static MemoryStream Of(string of)
    {
        var line = $"BT /F 18 Tf 60 760 Td (Demo paper of {Folding.Slug(of)}, invented) Tj ET";
        return new(Encoding.Latin1.GetBytes(
            "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>endobj\n"
            + string.Create(CultureInfo.InvariantCulture, $"4 0 obj<</Length {line.Length}>>stream\n{line}\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n")));
    }
}
