namespace CoopMarket.Web.Features.Shared.Emails;

/// <summary>Ids for several mails of one delivery: the same ones at every try.</summary>
internal static class MailIds
{
    public static Guid Nth(Guid delivery, int index)
    {
        var bytes = delivery.ToByteArray();
        BitConverter.TryWriteBytes(bytes.AsSpan(12), BitConverter.ToInt32(bytes, 12) ^ index);
        return new(bytes);
    }
}
