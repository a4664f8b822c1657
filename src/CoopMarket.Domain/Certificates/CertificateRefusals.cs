using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Certificates;

/// <summary>A cooperative has as many certificates as are allowed.</summary>
public sealed record EnoughCertificates : Refusal
{
    public override IReadOnlyList<object> Args => [Certificate.MostOfCooperative];
}

/// <summary>Nobody has sent the paper yet.</summary>
public sealed record CertificateNeedsPaper : Refusal;

/// <summary>Its cooperative took it back; a new one can be told of.</summary>
public sealed record CertificateTakenBack : Refusal;

/// <summary>Another admin decided it meanwhile, or its cooperative took it back.</summary>
public sealed record CertificateNotWaiting : Refusal;

/// <summary>It was changed after the admin opened it.</summary>
public sealed record CertificateChangedSinceSeen : Refusal;
