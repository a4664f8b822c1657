using System.Security.Cryptography;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using Microsoft.AspNetCore.DataProtection;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace CoopMarket.Web.Features.Certificates;

/// <summary>
/// Keeps the paper of a form whose other fields have a flaw: it is stored at once and sealed into the form for the cooperative that
/// sent it, so that nobody has to choose the file twice and nobody can name another's.
/// </summary>
internal sealed class KeptPaper(Papers papers, IDataProtectionProvider protection)
{
    // Before the file is swept away as one that nothing names.
    private static readonly TimeSpan Within = TimeSpan.FromHours(12);

    /// <summary>The paper of a form: the one that is sent, else the one that was sent before; null where there is none.</summary>
    public async Task<Outcome<SellerPaper?>> OfAsync(CooperativeId cooperative, CertificateForm form, CancellationToken cancellationToken)
    {
        if (form.Paper is not { } sent)
            return Open(cooperative, form.Kept);
        await using var content = sent.OpenReadStream();
        var kept = await papers.KeepAsync(content, cancellationToken);
        if (!kept.IsDone)
            return Outcome<SellerPaper?>.Invalid([.. kept.Flaws.Select(f => f with { Path = nameof(CertificateForm.Paper) })]);
        form.Kept = SealOf(cooperative).Protect(JsonSerializer.Serialize(kept.Value, Json.Options), Within);
        return kept.Value;
    }

    private SellerPaper? Open(CooperativeId cooperative, string? text)
    {
        try
        {
            return string.IsNullOrEmpty(text) ? null : JsonSerializer.Deserialize<SellerPaper>(SealOf(cooperative).Unprotect(text), Json.Options);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private ITimeLimitedDataProtector SealOf(CooperativeId cooperative) => protection.CreateProtector("certificates.paper", cooperative.ToString()).ToTimeLimitedDataProtector();
}
