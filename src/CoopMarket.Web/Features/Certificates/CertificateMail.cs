using CoopMarket.Domain.Certificates;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Features.Shared.Emails;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Certificates;

/// <summary>What the mails about a certificate say.</summary>
/// <param name="Name">To whom.</param>
/// <param name="Certificate">Its name.</param>
/// <param name="Number">Its number.</param>
/// <param name="Last">Its last day; null where it has none.</param>
/// <param name="Reason">What the admin wrote; empty where she asks for nothing.</param>
/// <param name="Link">The certificate at the desk.</param>
public sealed record CertificateLetter(string Name, LocalizedText Certificate, string Number, DateOnly? Last, string Reason, string Link);

/// <summary>Writes to those of a cooperative who look after its certificates.</summary>
internal sealed class CertificateMail(MarketDb db, MembersToTell members, Mailroom mailroom, MarketSettings settings)
{
    /// <summary>One mail to everybody with an address; the same ones at every try.</summary>
    public async Task SendAsync(Delivery delivery, string template, CertificateId id, DeskRoles to, string reason, CancellationToken cancellationToken)
    {
        if (await db.Set<Certificate>().AsNoTracking().IgnoreAutoIncludes().FirstOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } certificate)
            return;
        foreach (var reach in await members.OfAsync(certificate.Cooperative, to, cancellationToken))
        {
            if (reach.Email is not { } email)
                continue;
            var language = Languages.AtDesk(reach.Language);
            var link = $"{settings.PublicUrl}{Languages.Prefix(language)}/sell/certificates/{certificate.Id}";
            await mailroom.SendAsync(
                delivery.IdFor(email), email, language, "Certificates/Emails/" + template,
                new CertificateLetter(reach.Name, certificate.Name, certificate.Number, certificate.Expires, reason, link), cancellationToken);
        }
    }
}
