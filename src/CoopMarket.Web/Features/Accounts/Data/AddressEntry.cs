using CoopMarket.Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopMarket.Web.Features.Accounts.Data;

/// <summary>An address in a person's book: hers, or of somebody she sends to.</summary>
internal sealed class AddressEntry : Entity
{
    /// <summary>The most in one book.</summary>
    public const int Most = 20;

    public const int LongestName = 100;
    public const int LongestPlace = 100;
    public const int LongestStreet = 200;

    public required AddressId Id { get; init; }

    public required PersonId Person { get; init; }

    /// <summary>Who gets what is sent there.</summary>
    public required string Name { get; set; }

    /// <summary>E.164; abroad maybe empty.</summary>
    public required string Phone { get; set; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Country { get; set; }

    /// <summary>In Vietnam the code of one of the 34, abroad the state or region as typed, maybe empty.</summary>
    public required string Province { get; set; }

    /// <summary>In Vietnam the commune or ward, abroad the town; as typed.</summary>
    public required string Commune { get; set; }

    /// <summary>House, street, village.</summary>
    public required string Street { get; set; }

    /// <summary>Empty where there is none.</summary>
    public required string Postcode { get; set; }

    /// <summary>Whether it is the one that checkout begins with.</summary>
    public required bool IsFirst { get; set; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class AddressEntryMapping : IEntityTypeConfiguration<AddressEntry>
{
    public void Configure(EntityTypeBuilder<AddressEntry> entry)
    {
        entry.ToTable("accounts_addresses");
        entry.HasKey(e => e.Id);
        entry.Property(e => e.Country).HasMaxLength(2);
        entry.Property(e => e.Phone).HasMaxLength(20);
        entry.HasIndex(e => e.Person);
    }
}
