using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Certificates;

/// <summary>A certificate of a cooperative.</summary>
public readonly record struct CertificateId(Guid Value) : ITypedId<CertificateId>
{
    public static CertificateId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
