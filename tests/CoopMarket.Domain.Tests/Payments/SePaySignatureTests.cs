using System.Text;
using CoopMarket.Domain.Payments;
using CsCheck;

namespace CoopMarket.Domain.Tests.Payments;

public sealed class SePaySignatureTests
{
    private const string Secret = "test_sepay_secret";
    private const string Timestamp = "1795330957";
    private const string Signature = "sha256=32f15eec061c459ed8d5937f2a1538137488da3d7467009591fde4b04dc835db";

    private static readonly byte[] Body = Encoding.UTF8.GetBytes(
        """{"id":92704,"gateway":"Agribank","transactionDate":"2026-11-22 14:02:37","accountNumber":"7900205123456","code":"CM26K7Q2XD","content":"CM26K7Q2XD","transferType":"in","transferAmount":385000,"accumulated":19077000,"subAccount":null,"referenceCode":"FT26326000001","description":""}""");

    private static readonly DateTimeOffset Sent = DateTimeOffset.FromUnixTimeSeconds(1795330957);

    [Fact]
    public void A_body_is_signed_as_SePay_signs_it() => SePaySignature.Sign(Secret, Timestamp, Body).ShouldBe(Signature);

    [Theory]
    [InlineData(0, SignatureVerdict.Genuine)]
    [InlineData(300, SignatureVerdict.Genuine)]
    [InlineData(-300, SignatureVerdict.Genuine)]
    [InlineData(301, SignatureVerdict.Stale)]
    [InlineData(-301, SignatureVerdict.Stale)]
    public void A_webhook_is_good_for_five_minutes_both_ways(int secondsLater, SignatureVerdict verdict) =>
        SePaySignature.Check(Secret, Timestamp, Signature, Body, Sent.AddSeconds(secondsLater)).ShouldBe(verdict);

    [Fact]
    public void One_changed_bit_of_the_body_is_noticed() => Gen.Select(Gen.Int[0, Body.Length - 1], Gen.Int[0, 7]).Sample((at, bit) =>
    {
        var changed = Body.ToArray();
        changed[at] ^= (byte)(1 << bit);
        SePaySignature.Check(Secret, Timestamp, Signature, changed, Sent).ShouldBe(SignatureVerdict.Forged);
    });

    [Fact]
    public void Another_time_or_secret_does_not_fit_the_signature()
    {
        SePaySignature.Check(Secret, "1795330958", Signature, Body, Sent).ShouldBe(SignatureVerdict.Forged);
        SePaySignature.Check("other", Timestamp, Signature, Body, Sent).ShouldBe(SignatureVerdict.Forged);
    }

    [Theory]
    [InlineData(null, Timestamp, Signature)]
    [InlineData("", Timestamp, Signature)]
    [InlineData(Secret, null, Signature)]
    [InlineData(Secret, "", Signature)]
    [InlineData(Secret, "-1", Signature)]
    [InlineData(Secret, "1e9", Signature)]
    [InlineData(Secret, "99999999999999999999", Signature)]
    [InlineData(Secret, Timestamp, null)]
    [InlineData(Secret, Timestamp, "")]
    [InlineData(Secret, Timestamp, "sha256=")]
    [InlineData(Secret, Timestamp, "sha256=32f15eec")]
    [InlineData(Secret, Timestamp, "sha256=zzf15eec061c459ed8d5937f2a1538137488da3d7467009591fde4b04dc835db")]
    [InlineData(Secret, Timestamp, "32f15eec061c459ed8d5937f2a1538137488da3d7467009591fde4b04dc835db")]
    public void Missing_or_garbled_headers_and_an_unset_secret_are_never_genuine(string? secret, string? timestamp, string? signature) =>
        SePaySignature.Check(secret, timestamp, signature, Body, Sent).ShouldBe(SignatureVerdict.Unreadable);

    [Fact]
    public void A_body_signed_with_an_empty_secret_is_not_accepted_when_none_is_set() =>
        SePaySignature.Check("", Timestamp, SePaySignature.Sign("", Timestamp, Body), Body, Sent).ShouldBe(SignatureVerdict.Unreadable);

    [Fact]
    public void A_time_far_out_of_range_is_stale_not_an_error()
    {
        var far = long.MaxValue.ToString(System.Globalization.CultureInfo.InvariantCulture);
        SePaySignature.Check(Secret, far, SePaySignature.Sign(Secret, far, Body), Body, Sent).ShouldBe(SignatureVerdict.Stale);
    }

    [Theory]
    [InlineData("Apikey k3y", "k3y", true)]
    [InlineData("apikey k3y", "k3y", true)]
    [InlineData("Apikey K3Y", "k3y", false)]
    [InlineData("Apikey k3y2", "k3y", false)]
    [InlineData("Apikey ", "", false)]
    [InlineData("Apikey ", null, false)]
    [InlineData("Bearer k3y", "k3y", false)]
    [InlineData("k3y", "k3y", false)]
    [InlineData(null, "k3y", false)]
    public void A_key_is_accepted_only_whole_and_only_when_one_is_set(string? header, string? key, bool isAccepted) =>
        SePaySignature.HasKey(header, key).ShouldBe(isAccepted);
}
