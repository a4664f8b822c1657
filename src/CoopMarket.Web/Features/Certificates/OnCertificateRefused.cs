using CoopMarket.Domain.Certificates;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;

namespace CoopMarket.Web.Features.Certificates;

/// <summary>Tells a cooperative what an admin asks for.</summary>
internal sealed class OnCertificateRefused(CertificateMail mail) : IHandle<CertificateRefused>
{
    public Task HandleAsync(CertificateRefused happened, Delivery delivery, CancellationToken cancellationToken)
        => mail.SendAsync(delivery, "Refused", happened.Certificate, DeskRoles.Telling, happened.Reason, cancellationToken);
}
