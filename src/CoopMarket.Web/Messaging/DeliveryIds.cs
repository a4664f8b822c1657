using System.Security.Cryptography;
using System.Text;

namespace CoopMarket.Web.Messaging;

/// <summary>Identities of several letters that one delivery sends.</summary>
internal static class DeliveryIds
{
    /// <summary>The letter's identity: the same at every try of the delivery, another for everybody it goes to.</summary>
    /// <param name="letter">What tells this letter from the delivery's others.</param>
    public static Guid IdFor(this Delivery delivery, string letter)
        => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{delivery.Id:N} {letter}")).AsSpan(0, 16));
}
