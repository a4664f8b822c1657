using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Certificates;

/// <summary>Buyers see a certificate that they didn't, or no longer see one that they did.</summary>
[EventName("certificates.shown-otherwise")]
public sealed record CertificateShownOtherwise(CertificateId Certificate) : DomainEvent;

/// <summary>An admin confirmed it; its cooperative is told.</summary>
[EventName("certificates.confirmed")]
public sealed record CertificateConfirmed(CertificateId Certificate) : DomainEvent;

/// <summary>An admin asks for something else; its cooperative is told why.</summary>
[EventName("certificates.refused")]
public sealed record CertificateRefused(CertificateId Certificate, string Reason) : DomainEvent;

/// <summary>It ends soon; its cooperative is reminded.</summary>
/// <param name="Last">Its last day when it was reminded.</param>
[EventName("certificates.ends-soon")]
public sealed record CertificateEndsSoon(CertificateId Certificate, DateOnly Last) : DomainEvent;
