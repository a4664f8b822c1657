using CoopMarket.Domain.Certificates;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;

namespace CoopMarket.Web.Features.Certificates;

/// <summary>Tells a cooperative that buyers see its certificate.</summary>
internal sealed class OnCertificateConfirmed(CertificateMail mail) : IHandle<CertificateConfirmed>
{
    public Task HandleAsync(CertificateConfirmed happened, Delivery delivery, CancellationToken cancellationToken)
        => mail.SendAsync(delivery, "Confirmed", happened.Certificate, DeskRoles.Telling, "", cancellationToken);
}
