using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoopMarket.Web.Tests.House;

namespace CoopMarket.Web.Tests.Accounts;

/// <summary>
/// A device with one passkey, in software: an ES256 key, attestation «none» (WebAuthn Level 3, 6.5 and 8.7) and assertions (6.3.3). What
/// it says can be bent, so that tests see the market refuse.
/// </summary>
internal sealed class SoftKey
{
    private const byte Present = 0x01;
    private const byte Verified = 0x04;
    private const byte Attested = 0x40;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public byte[] Id { get; init; } = RandomNumberGenerator.GetBytes(16);

    /// <summary>The page that asked, as the browser tells it.</summary>
    public string Origin { get; set; } = Market.Address;

    /// <summary>The site that it signs for.</summary>
    public string Site { get; set; } = new Uri(Market.Address).Host;

    /// <summary>Whether it asked its owner for her finger.</summary>
    public bool Verifies { get; set; } = true;

    /// <summary>Whether the page stood in a frame of another site.</summary>
    public bool InFrame { get; set; }

    /// <summary>How often it has signed; null: it does not count.</summary>
    public uint? Count { get; set; }

    /// <summary>Whose account it was made for; null: it does not tell.</summary>
    public string? Owner { get; set; }

    /// <summary>What <c>navigator.credentials.create()</c> gives, as JSON.</summary>
    public string Make(string options)
    {
        var asked = JsonNode.Parse(options)!;
        Owner = asked["user"]!["id"]!.GetValue<string>();
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        byte[] cose = [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
        byte[] data = [.. Data(Attested), .. new byte[16], 0, (byte)Id.Length, .. Id, .. cose];
        byte[] attestation = [0xA3, .. Word("fmt"), .. Word("none"), .. Word("attStmt"), 0xA0, .. Word("authData"), 0x58, (byte)data.Length, .. data];
        return Answer(new() { ["clientDataJSON"] = Text(Client("webauthn.create", asked)), ["attestationObject"] = Text(attestation), ["transports"] = new JsonArray("internal") });
    }

    /// <summary>What <c>navigator.credentials.get()</c> gives, as JSON.</summary>
    public string Sign(string options)
    {
        Count = Count + 1;
        var (client, data) = (Client("webauthn.get", JsonNode.Parse(options)!), Data(0));
        var signature = _key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Answer(new() { ["clientDataJSON"] = Text(client), ["authenticatorData"] = Text(data), ["signature"] = Text(signature), ["userHandle"] = Owner });
    }

    private string Answer(JsonObject response) => new JsonObject
    {
        ["id"] = Text(Id),
        ["rawId"] = Text(Id),
        ["type"] = "public-key",
        ["clientExtensionResults"] = new JsonObject(),
        ["response"] = response,
    }.ToJsonString();

    private byte[] Client(string type, JsonNode asked) => JsonSerializer.SerializeToUtf8Bytes(
        new { type, challenge = asked["challenge"]!.GetValue<string>(), origin = Origin, crossOrigin = InFrame });

    private byte[] Data(byte more)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, Count ?? 0);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(Site)), (byte)(more | Present | (Verifies ? Verified : 0)), .. count];
    }

    private static byte[] Word(string word) => [(byte)(0x60 + word.Length), .. Encoding.ASCII.GetBytes(word)];

    private static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
