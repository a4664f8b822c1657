using CoopMarket.Domain.Accounts;
using CoopMarket.Domain.Shared;
using CsCheck;

namespace CoopMarket.Domain.Tests.Accounts;

public sealed class RecoveryCodeTests
{
    private static readonly PersonId Mai = PersonId.From(Guid.Parse("0193f0a0-0000-7000-8000-000000000001"));

    [Fact]
    public void All_80_random_bits_are_in_a_code() => Gen.Select(Gen.Byte.Array[10], Gen.Int[0, 79]).Sample((bytes, bit) =>
    {
        var other = bytes.ToArray();
        other[bit / 8] ^= (byte)(1 << bit % 8);
        RecoveryCode.From(other).ShouldNotBe(RecoveryCode.From(bytes));
        RecoveryCode.From(bytes).Length.ShouldBe(19);
    });

    [Fact]
    public void A_code_reads_back_in_any_case_with_or_without_dashes() => Gen.Byte.Array[10].Sample(bytes =>
    {
        var code = RecoveryCode.From(bytes);
        var plain = code.Replace("-", "", StringComparison.Ordinal);
        RecoveryCode.Read(code).ShouldBe(plain);
        RecoveryCode.Read(plain.ToLowerInvariant().Replace('0', 'o').Replace('1', 'l')).ShouldBe(plain);
    });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("7KQ2-M8XD-4PAV-0T3")]
    [InlineData("7KQ2-M8XD-4PAV-0T3NN")]
    [InlineData("7KQ2-M8XD-4PAV-0T3U")]
    [InlineData("123456")]
    public void What_is_no_code_is_not_read(string? typed) => RecoveryCode.Read(typed).ShouldBeNull();

    [Fact]
    public void The_same_code_of_two_people_has_two_hashes()
    {
        var other = PersonId.From(Guid.Parse("0193f0a0-0000-7000-8000-000000000002"));
        RecoveryCode.Hash(Mai, "7KQ2M8XD4PAV0T3N").ShouldNotBe(RecoveryCode.Hash(other, "7KQ2M8XD4PAV0T3N"));
        RecoveryCode.Hash(Mai, "7KQ2M8XD4PAV0T3N").ShouldBe(RecoveryCode.Hash(Mai, "7KQ2M8XD4PAV0T3N"));
    }
}
